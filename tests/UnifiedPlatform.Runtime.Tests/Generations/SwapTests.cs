using System.Collections.Concurrent;
using System.Net;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

[Collection(Alone.Name)]
public sealed class SwapTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_swaps_under_load_fail_no_request_and_serve_the_new_version_at_once()
    {
        await using var host = await RuntimeHost.StartAsync();
        InstalledPackage[] packages = [await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample")), await host.InstallAsync("sample", "2.0.0", Sources.Sample("sample"))];
        await host.Runtime.ActivateAsync(packages[0], SwapPolicy.Default, null, Cancelled);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var failures = new ConcurrentQueue<string>();
        var answered = 0;
        var load = Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await host.Client.GetAsync(new Uri(worker == 0 ? "/m/sample/slow" : "/m/sample/api/hello/x", UriKind.Relative), CancellationToken.None);
                Interlocked.Increment(ref answered);
                if (answer.StatusCode != HttpStatusCode.OK) failures.Enqueue(answer.StatusCode.ToString());
            }
        }, CancellationToken.None)));

        for (var swap = 1; swap <= 10; swap++)
        {
            var report = await host.Runtime.ActivateAsync(packages[swap % 2], SwapPolicy.Default, null, Cancelled);
            Assert.True(report.Old?.Collected);
            Assert.Equal(report.To, await host.GetAsync("/m/sample/api/version"));
        }
        await stop.CancelAsync();
        await load;

        Assert.Empty(failures);
        Assert.NotEqual(0, answered);
    }

    [Fact]
    public async Task Ten_of_ten_generations_are_collected_after_unloading()
    {
        await using var host = await RuntimeHost.StartAsync();
        var package = await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample"));
        var collected = 0;

        for (var round = 0; round < 10; round++)
        {
            await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);
            await host.GetAsync("/m/sample/api/hello/x");
            using var body = new StringContent("""{"words":"w","count":1}""", System.Text.Encoding.UTF8, "application/json");
            using var posted = await host.Client.PostAsync(new Uri("/m/sample/api/notes", UriKind.Relative), body, Cancelled);
            await host.Runtime.FragmentAsync("sample", "/slow", new Microsoft.AspNetCore.Http.DefaultHttpContext(), TimeSpan.FromSeconds(30));
            await host.Runtime.ApiDocumentAsync("sample", new Microsoft.AspNetCore.Http.DefaultHttpContext(), TimeSpan.FromSeconds(30));
            var report = await host.Runtime.DeactivateAsync("sample", StopReason.Disabled, null, Cancelled);
            Assert.True(report.Drained);
            if (report.Collected) collected++;
        }

        Assert.Equal(10, collected);
    }

    [Fact]
    public async Task A_new_version_that_does_not_start_leaves_the_old_one_serving_and_says_why()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var status = await host.LoadAsync("sample", "2.0.0", Sources.Sample("sample", configure: """throw new InvalidOperationException("no");"""));

        Assert.Equal((ModuleState.Running, "1.0.0", "threw"), (status.State, status.Version, status.LastError?.Code));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
    }
}
