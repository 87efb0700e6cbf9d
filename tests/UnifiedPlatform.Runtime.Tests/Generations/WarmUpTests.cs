using UnifiedPlatform.Runtime.Tests.Support;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>What a version must show before it takes over.</summary>
public sealed class WarmUpTests
{
    [Theory]
    [InlineData("""routes.Pages.MapGet("/test", () => Results.StatusCode(500)).Public("test");""", "500")]
    [InlineData("""routes.Pages.MapGet("/test", string () => throw new FormatException()).Public("test");""", "500")]
    [InlineData("", "404")]
    public async Task A_self_test_that_fails_leaves_the_old_version_serving(string map, string status)
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var report = await host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample", map: map, assembly: """[assembly: SelfTest("/test")]"""));

        Assert.Equal(("self-test", "/test", status), (report.Failure?.Code, report.Failure?.Arguments[0], report.Failure?.Arguments[1]));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    [Fact]
    public async Task The_self_test_runs_as_the_module_before_the_take_over_and_each_step_is_told()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));
        var steps = new StepList();

        var report = await host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample", assembly: """[assembly: SelfTest("/test?x=1")]""",
            map: """routes.Pages.MapGet("/test", (IActorAccessor who, Gate gate, string x) => { if (who.Actor?.Kind == ActorKind.Module && x == "1") gate.Add(); return x; }).Needs("sample.thing.view");"""), progress: steps);

        Assert.True(report.Succeeded);
        Assert.Equal(1, host.Gate.Count);
        Assert.Equal(
            [ModulePhase.Verify, ModulePhase.Configure, ModulePhase.Start, ModulePhase.Warm, ModulePhase.Swap, ModulePhase.Drain, ModulePhase.Stop, ModulePhase.Unload, ModulePhase.Prove],
            steps.All.Where(step => step.State == StepState.Done).Select(step => step.Phase));
        Assert.Equal(["2.0.0", "1.0.0"], steps.All.Select(step => step.Version).Distinct());
    }

    [Fact]
    public async Task What_ran_before_takes_over_at_once_and_is_tested_when_its_moment_comes()
    {
        await using var host = await RuntimeHost.StartAsync();
        var moment = new TaskCompletionSource();

        var report = await host.ActivateAsync("sample", "1.0.0", Sources.Sample("sample", assembly: """[assembly: SelfTest("/test")]""",
            map: """routes.Pages.MapGet("/test", (Gate gate) => { gate.Entered.TrySetResult(); return ""; }).Needs("sample.thing.view");"""), new SwapPolicy { WarmsAfter = moment.Task });

        Assert.True(report.Succeeded);
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
        Assert.False(host.Gate.Entered.Task.IsCompleted);
        moment.SetResult();
        await host.Gate.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("throw new FormatException();", "threw")]
    [InlineData("""routes.Pages.MapGet("/open", () => "");""", "endpoint-rule")]
    public async Task What_ran_before_and_works_no_more_is_shown_with_its_reason(string map, string reason)
    {
        await using var host = await RuntimeHost.StartAsync();
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Runtime.Changed += id =>
        {
            if (host.Runtime.Find(id)?.State == ModuleState.Failed) failed.TrySetResult();
        };

        var report = await host.ActivateAsync("sample", "1.0.0", Sources.Sample("sample", map: map), new SwapPolicy { WarmsAfter = Task.CompletedTask });

        Assert.True(report.Succeeded);
        await failed.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(reason, host.Runtime.Find("sample")!.LastError?.Code);
    }
}
