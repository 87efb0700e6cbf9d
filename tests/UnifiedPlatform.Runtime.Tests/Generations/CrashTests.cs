using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>Modules that crash again and again.</summary>
public sealed class CrashTests
{
    private const string Broken = """public ValueTask StartAsync(IModuleContext context, CancellationToken left) => throw new FormatException();""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_that_fails_too_often_is_quarantined_until_an_administrator_releases_it()
    {
        await using var host = await RuntimeHost.StartAsync(change: options => options with { CrashLimit = 2 });
        var package = await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample", rest: Broken));

        var first = await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);
        var second = await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);
        var third = await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);
        host.Runtime.Announce(package);
        var held = host.Runtime.Find("sample")!.State;
        var better = await host.ActivateAsync("sample", "1.0.1", Sources.Sample("sample"));

        Assert.Equal((ModuleState.Failed, ModuleState.Quarantined), (first.Status.State, second.Status.State));
        Assert.Equal(("quarantined", 2), (third.Failure?.Code, third.Status.Crashes));
        Assert.Equal((ModuleState.Quarantined, true), (held, better.Succeeded));
        Assert.True(host.Runtime.Release("sample"));
        Assert.False(host.Runtime.Release("sample"));
        Assert.Equal("threw", (await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled)).Failure?.Code);
        Assert.Equal("1.0.1", await host.GetAsync("/m/sample/api/version"));
    }

    [Fact]
    public async Task A_background_service_that_crashes_brings_a_fresh_generation_and_in_the_end_the_quarantine()
    {
        await using var host = await RuntimeHost.StartAsync(change: options => options with { CrashLimit = 3 });
        var quarantined = new TaskCompletionSource();
        host.Runtime.Changed += id =>
        {
            if (host.Runtime.Find(id)?.State == ModuleState.Quarantined) quarantined.TrySetResult();
        };

        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", configure: "module.Services.AddHostedService<Works>();",
            rest: "public sealed class Works(Gate gate) : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken left) { await Task.Yield(); gate.Add(); throw new FormatException(); } }"));
        await quarantined.Task.WaitAsync(Cancelled);

        var status = host.Runtime.Find("sample")!;
        Assert.Equal((3, "crashed", "System.FormatException"), (host.Gate.Count, status.LastError?.Code, status.LastError?.Arguments[0]));
        Assert.False(status.Answers);
    }

    [Fact]
    public async Task A_package_that_is_not_trusted_any_more_is_no_crash()
    {
        await using var host = await RuntimeHost.StartAsync(change: options => options with { CrashLimit = 1 });
        var package = await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample"));
        var file = Path.Combine(package.Folder, "module.sig");
        File.SetAttributes(file, FileAttributes.Normal);
        await File.WriteAllBytesAsync(file, [1, 2, 3], Cancelled);

        var report = await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);

        Assert.Equal((ModuleState.Failed, 0), (report.Status.State, report.Status.Crashes));
    }
}
