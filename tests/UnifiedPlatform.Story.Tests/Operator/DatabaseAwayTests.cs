using System.Net;
using Npgsql;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>PostgreSQL goes away under a host at work and comes back.</summary>
public sealed class DatabaseAwayTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_away_is_said_loses_nothing_and_is_found_again()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var database = await TestDatabase.CreateAsync(Cancelled);
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var wire = new Wire(server.Host!, server.Port);
        await using var site = new Site { PostgreSql = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = wire.Port, Timeout = 5 }.ConnectionString };
        await using var host = await site.StartAsync();
        var acceptance = new Acceptance(site, site.As(host, "clerk"));
        Assert.Null(await acceptance.SendAsync("0199aaaa-0000-7000-8000-000000000002"));

        await wire.CutAsync();
        var (key, status, problem) = await acceptance.UntilRefusedAsync(most: 3);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("platform.database-away", problem.GetProperty("code").GetString());
        using (var visitor = new HttpClient { BaseAddress = host.Address })
        {
            using var page = await visitor.GetAsync(new Uri("/sign-in", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            using var live = await visitor.GetAsync(new Uri("/health/live", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }
        await DiskFullTests.UnreadyAsync(host, "storage");

        wire.Mend();
        await Site.UntilAsync(async () => await acceptance.SendAsync(key) is null);
        await host.ReadyAsync(Cancelled);
        await acceptance.CheckAsync();
        await DiskFullTests.DrainedAsync(site, host);
    }
}
