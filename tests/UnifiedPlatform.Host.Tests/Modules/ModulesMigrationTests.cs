using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

public sealed class ModulesMigrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_folders_reach_the_same_model() => MigrationCheck.SameModel<ModulesDbContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<ModulesDbContext>(Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<ModulesDbContext>(Cancelled);
    }
}
