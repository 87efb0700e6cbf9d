using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Both_folders_reach_the_model() => MigrationCheck.SameModel<VolunteeringDbContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<VolunteeringDbContext>(Bench.Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<VolunteeringDbContext>(Bench.Cancelled);
    }
}
