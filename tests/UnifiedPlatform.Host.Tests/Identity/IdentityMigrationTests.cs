using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class IdentityMigrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_folders_reach_the_model() => MigrationCheck.SameModel<IdentityDbContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<IdentityDbContext>(Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<IdentityDbContext>(Cancelled);
    }
}
