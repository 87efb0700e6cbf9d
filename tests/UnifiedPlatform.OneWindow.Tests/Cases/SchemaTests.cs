using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.OneWindow.Tests.Cases;

public sealed class SchemaTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_folders_reach_the_same_model() => MigrationCheck.SameModel<OneWindowDbContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<OneWindowDbContext>(Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<OneWindowDbContext>(Cancelled);
    }
}
