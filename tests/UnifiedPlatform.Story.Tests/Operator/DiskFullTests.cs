using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>The disk runs full under a host at work: it says so, loses nothing it acknowledged, and goes on by itself once there is room.</summary>
public sealed class DiskFullTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_said_loses_nothing_and_heals_by_itself()
    {
        await using var disk = await TinyDisk.MountAsync("size=200m");
        await using var site = new Site { Data = Path.Combine(disk.Folder, "data") };
        await using var host = await site.StartAsync();
        using var browser = await DemoBrowser.SignInAsync(host.Address, "system-officer", site.PasswordOf("system-officer"), Cancelled);
        var acceptance = new Acceptance(site, site.As(host, "clerk"));
        Assert.Null(await acceptance.SendAsync("0199aaaa-0000-7000-8000-000000000001"));

        disk.Fill();
        var (key, status, problem) = await acceptance.UntilRefusedAsync(most: 2_000);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(problem.GetProperty("code").GetString(), (string[])["platform.storage-full", "audit.unavailable"]);
        Assert.True(problem.GetProperty("title").GetString()!.Length > 5);
        await SaidOnPagesAsync(site, host);
        await UnreadyAsync(host, "storage");

        disk.Free();
        await Site.UntilAsync(async () => await acceptance.SendAsync(key) is null);
        await host.ReadyAsync(Cancelled);
        await acceptance.CheckAsync();
        await DrainedAsync(site, host);
        var verdict = await site.As(host, "audit-officer").GetAsync("/api/admin/audit/verify");
        Assert.True(verdict.GetProperty("whole").GetBoolean(), verdict.ToString());
    }

    private static async Task SaidOnPagesAsync(Site site, HostProcess host)
    {
        using var visitor = DemoBrowser.Visit(host.Address);
        HttpStatusCode last;
        string text;
        do
        {
            using var answer = await visitor.SubmitAsync("/sign-in", "/sign-in", new() { ["user"] = "clerk", ["password"] = site.PasswordOf("clerk") }, Cancelled);
            (last, text) = (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
        }
        while (last == HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, last);
        Assert.Matches("服务器的磁盘已满|访问记录暂时写不进去", text);
    }

    internal static async Task UnreadyAsync(HostProcess host, string check)
    {
        using var probe = new HttpClient { BaseAddress = host.Address };
        await Site.UntilAsync(async () =>
        {
            using var answer = await probe.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable && (await answer.Content.ReadAsStringAsync(Cancelled)).Contains($"\"{check}\"", StringComparison.Ordinal);
        });
    }

    internal static async Task DrainedAsync(Site site, HostProcess host)
    {
        var administrator = site.As(host, "administrator");
        await Site.UntilAsync(async () => (await administrator.GetAsync("/api/admin/exchange")).EnumerateArray().All(arrow => arrow.GetProperty("backlog").GetInt64() == 0));
    }
}
