using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>Whatever a module hangs in, a limit ends it; the version before and all other modules answer.</summary>
public sealed class HangTests
{
    private const string Forever = "System.Threading.Thread.Sleep(-1);";

    [Theory]
    [InlineData("constructor", "configure")]
    [InlineData("configure", "configure")]
    [InlineData("map", "configure")]
    [InlineData("start", "start")]
    [InlineData("start-async", "start")]
    [InlineData("hosted", "start")]
    [InlineData("self-test", "warm")]
    [InlineData("migrate", "migrate")]
    public async Task A_new_version_that_hangs_is_given_up_and_the_old_one_serves(string where, string step)
    {
        await using var host = await HostAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));
        await host.LoadAsync("other", "1.0.0", Sources.Sample("other"));

        var activation = host.ActivateAsync("sample", "2.0.0", Hanging(where));
        while (!activation.IsCompleted) Assert.Equal("1.0.0", await host.GetAsync("/m/other/api/version"));
        var report = await activation;

        Assert.Equal(("timed-out", step), (report.Failure?.Code, report.Failure?.Arguments[0]));
        Assert.Equal((ModuleState.Running, "1.0.0", "timed-out"), (report.Status.State, report.Status.Version, report.Status.LastError?.Code));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
        Assert.True((await host.ActivateAsync("sample", "2.0.1", Sources.Sample("sample"))).Succeeded);
    }

    [Theory]
    [InlineData("public ValueTask StopAsync(StopReason reason, CancellationToken left) { System.Threading.Thread.Sleep(-1); return default; }", "", 1)]
    [InlineData("public async ValueTask StopAsync(StopReason reason, CancellationToken left) => await Task.Delay(-1, CancellationToken.None);", "", 0)]
    [InlineData("public sealed class Stuck : IDisposable { public void Dispose() => System.Threading.Thread.Sleep(-1); }", "module.Services.AddSingleton<Stuck>(_ => new Stuck()); module.Services.AddHostedService<Asks>();", 1)]
    public async Task An_old_version_that_hangs_on_its_way_out_holds_nobody_up(string rest, string configure, int leaked)
    {
        await using var host = await HostAsync();
        if (configure.Length > 0) rest += "public sealed class Asks(Stuck stuck) : Microsoft.Extensions.Hosting.IHostedService { public Stuck Held { get; } = stuck; public Task StartAsync(CancellationToken left) => Task.CompletedTask; public Task StopAsync(CancellationToken left) => Task.CompletedTask; }";
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", rest: rest, configure: configure));

        var report = await host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample"));

        Assert.True(report.Succeeded);
        // Only a thread that never ends holds on to the code.
        Assert.Equal(leaked == 0, report.Old?.Collected);
        Assert.Equal((leaked, leaked), (host.Runtime.Find("sample")!.Leaked, host.Runtime.Leaks.Leaked));
        Assert.Equal("2.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    private static string Hanging(string where) => where switch
    {
        "constructor" => Sources.Sample("sample", rest: $"public SampleModule() {{ {Forever} }}"),
        "configure" => Sources.Sample("sample", configure: Forever),
        "map" => Sources.Sample("sample", map: Forever),
        "start" => Sources.Sample("sample", rest: $"public ValueTask StartAsync(IModuleContext context, CancellationToken left) {{ {Forever} return default; }}"),
        "start-async" => Sources.Sample("sample", rest: "public async ValueTask StartAsync(IModuleContext context, CancellationToken left) => await Task.Delay(-1, CancellationToken.None);"),
        "hosted" => Sources.Sample("sample", configure: "module.Services.AddHostedService<Stuck>();", rest: $"public sealed class Stuck : Microsoft.Extensions.Hosting.IHostedService {{ public Task StartAsync(CancellationToken left) {{ {Forever} return Task.CompletedTask; }} public Task StopAsync(CancellationToken left) => Task.CompletedTask; }}"),
        "self-test" => Sources.Sample("sample", assembly: "[assembly: SelfTest(\"/test\")]", map: $"routes.Pages.MapGet(\"/test\", () => {{ {Forever} return 1; }}).Public(\"test\");"),
        _ => Sources.Sample("sample", configure: "module.Services.AddSingleton<UnifiedPlatform.Sdk.Data.IModuleMigrator>(new Stuck());", rest: $"public sealed class Stuck : UnifiedPlatform.Sdk.Data.IModuleMigrator {{ public ValueTask<IReadOnlyList<string>> PendingAsync(CancellationToken left) => new([]); public ValueTask MigrateAsync(CancellationToken left) {{ {Forever} return default; }} }}"),
    };

    private static Task<RuntimeHost> HostAsync() => RuntimeHost.StartAsync(change: options => options with
    {
        StartLimit = TimeSpan.FromSeconds(2),
        WarmLimit = TimeSpan.FromSeconds(2),
        MigrationLimit = TimeSpan.FromSeconds(2),
        StopLimit = TimeSpan.FromSeconds(2),
    });
}
