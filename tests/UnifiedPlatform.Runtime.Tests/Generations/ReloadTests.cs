using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>What a module says about how it may be replaced.</summary>
public sealed class ReloadTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_module_that_is_never_replaced_says_that_a_restart_is_needed()
    {
        await using var host = await RuntimeHost.StartAsync();
        var first = await host.InstallAsync("fixed-module", "1.0.0", Sources.Sample("fixed-module", module: ", Reload = ModuleReload.Never"));
        await host.Runtime.ActivateAsync(first, SwapPolicy.Default, null, Cancelled);

        var second = await host.ActivateAsync("fixed-module", "2.0.0", Sources.Sample("fixed-module", module: ", Reload = ModuleReload.Never"));
        var stillFirst = await host.GetAsync("/m/fixed-module/api/version");
        await host.Runtime.DeactivateAsync("fixed-module", StopReason.Disabled, null, Cancelled);
        var again = await host.Runtime.ActivateAsync(first, SwapPolicy.Default, null, Cancelled);

        Assert.Equal(("restart-needed", "2.0.0", "1.0.0"), (second.Failure?.Code, second.Status.WaitingForRestart, stillFirst));
        Assert.True(again.Succeeded);
        Assert.Equal((0, 0), (again.Status.Leaked, again.Status.Crashes));
    }

    [Fact]
    public async Task Maintenance_stops_the_old_version_first_and_who_asks_meanwhile_waits()
    {
        await using var host = await RuntimeHost.StartAsync();
        var life = """public ValueTask StopAsync(StopReason reason, CancellationToken left) { _gate!.Entered.TrySetResult(); return default; } Gate? _gate; public async ValueTask StartAsync(IModuleContext context, CancellationToken left) { _gate = (Gate)context.Services.GetService(typeof(Gate))!; if (context.Info.Version == "2.0.0") await _gate.Open.Task; }""";
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", rest: life));

        var swap = host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample", rest: life, module: ", Reload = ModuleReload.Maintenance"));
        await host.Gate.Entered.Task.WaitAsync(Cancelled);
        var waiting = host.GetAsync("/m/sample/api/version");
        host.Gate.Open.SetResult();

        Assert.Equal("2.0.0", await waiting);
        var report = await swap;
        Assert.True(report.Succeeded);
        Assert.True(report.Away > TimeSpan.Zero);
    }

    [Fact]
    public async Task Maintenance_that_fails_brings_the_old_version_back()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var report = await host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample", module: ", Reload = ModuleReload.Maintenance", rest: """public ValueTask StartAsync(IModuleContext context, CancellationToken left) => throw new FormatException();"""));

        Assert.Equal(("threw", ModuleState.Running, "1.0.0"), (report.Failure?.Code, report.Status.State, report.Status.Version));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
    }
}
