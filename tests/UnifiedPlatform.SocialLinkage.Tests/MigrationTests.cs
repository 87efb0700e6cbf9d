using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Both_folders_reach_the_model() => MigrationCheck.SameModel<SocialDbContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<SocialDbContext>(Bench.Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<SocialDbContext>(Bench.Cancelled);
    }
}
