using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Both_folders_reach_the_model() => MigrationCheck.SameModel<PartyDbContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<PartyDbContext>(Bench.Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<PartyDbContext>(Bench.Cancelled);
    }
}
