using System.Net;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>Modules that are known and not started.</summary>
public sealed class ColdTests
{
    private const string Counting = "public ValueTask StartAsync(IModuleContext context, CancellationToken left) { ((Gate)context.Services.GetService(typeof(Gate))!).Add(); return default; }";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_hits_share_one_start_and_all_are_answered()
    {
        await using var host = await RuntimeHost.StartAsync();
        host.Runtime.Announce(await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample", rest: Counting, assembly: """[assembly: Permission("sample.thing.view", "查看", "View")]""")));
        var cold = host.Runtime.Find("sample");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.GetAsync("/m/sample/api/version")));

        Assert.Equal((ModuleState.Cold, true, "sample.thing.view", 0), (cold!.State, cold.Answers, cold.Manifest!.Permissions.Single().Id, cold.Generations));
        Assert.All(answers, answer => Assert.Equal("1.0.0", answer));
        Assert.Equal(ModuleState.Running, host.Runtime.Find("sample")!.State);
        // Whatever else was begun is through before a deactivation gets its turn.
        await host.Runtime.DeactivateAsync("sample", StopReason.Disabled, null, Cancelled);
        Assert.Equal((1, 1), (host.Gate.Count, host.Runtime.Find("sample")!.Generations));
    }

    [Fact]
    public async Task A_call_and_a_fragment_start_it_too()
    {
        await using var host = await RuntimeHost.StartAsync();
        host.Runtime.Announce(await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample")));
        host.Runtime.Announce(await host.InstallAsync("other", "1.0.0", Sources.Sample("other")));

        var version = await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(((ModuleInfo)services.GetService(typeof(ModuleInfo))!).Version), Cancelled);
        var fragment = await host.Runtime.FragmentAsync("other", "/slow", new Microsoft.AspNetCore.Http.DefaultHttpContext(), TimeSpan.FromMinutes(1));

        Assert.Equal(("1.0.0", "slow"), (version, fragment.Html));
    }

    [Fact]
    public async Task A_start_that_fails_answers_everybody_with_the_reason_at_hand()
    {
        await using var host = await RuntimeHost.StartAsync();
        host.Runtime.Announce(await host.InstallAsync("sample", "1.0.0", Sources.Sample("sample", rest: """public ValueTask StartAsync(IModuleContext context, CancellationToken left) => throw new FormatException();""")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var answer = await host.Client.GetAsync(new Uri("/m/sample/api/version", UriKind.Relative), Cancelled);
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        Assert.Equal((ModuleState.Failed, "threw"), (host.Runtime.Find("sample")!.State, host.Runtime.Find("sample")!.LastError?.Code));
    }

    [Fact]
    public async Task A_running_module_is_not_made_cold_by_an_announcement()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        host.Runtime.Announce(await host.InstallAsync("sample", "2.0.0", Sources.Sample("sample")));

        Assert.Equal((ModuleState.Running, "1.0.0"), (host.Runtime.Find("sample")!.State, host.Runtime.Find("sample")!.Version));
    }

    [Fact]
    public async Task A_hosted_service_or_a_job_makes_a_module_start_with_the_host()
    {
        await using var host = await RuntimeHost.StartAsync();

        var plain = await host.InstallAsync("plain", "1.0.0", Sources.Sample("plain"));
        var hosted = await host.InstallAsync("hosted", "1.0.0", Sources.Sample("hosted", rest: "public sealed class Works : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken left) => Task.CompletedTask; }"));

        Assert.Equal((ModuleActivation.Lazy, ModuleActivation.Eager), (plain.Manifest.Activation, hosted.Manifest.Activation));
    }
}
