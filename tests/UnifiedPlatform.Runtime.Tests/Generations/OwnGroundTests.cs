using UnifiedPlatform.Runtime.Tests.Support;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>A module does not speak for another and does not drown the others.</summary>
public sealed class OwnGroundTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_route_that_reads_like_another_modules_address_is_refused()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("other", "1.0.0", Sources.Sample("other"));

        var status = await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: """routes.Pages.MapGet("/m/other/api/version", () => "mine").Public("test");"""));

        Assert.Equal(("foreign-route", "/m/other/api/version"), (status.LastError?.Code, status.LastError?.Arguments[0]));
        Assert.Equal("1.0.0", await host.GetAsync("/m/other/api/version"));
    }

    [Theory]
    [InlineData("other.title")]
    [InlineData("module-failure.threw")]
    public async Task A_text_under_anothers_name_is_refused(string key)
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("other", "1.0.0", Sources.Sample("other"));
        var resources = Path.Combine(host.Packages.Project("sample"), "Resources");
        Directory.CreateDirectory(resources);
        foreach (var language in new[] { "zh-Hans", "en" }) await File.WriteAllTextAsync(Path.Combine(resources, language + ".json"), $$"""{"{{key}}":"x"}""", Cancelled);

        var status = await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        Assert.Equal(("foreign-text", key), (status.LastError?.Code, status.LastError?.Arguments[0]));
    }

    [Fact]
    public async Task A_flood_of_log_messages_is_cut_to_the_budget_and_told_once()
    {
        var sink = new LogSink();
        await using var host = await RuntimeHost.StartAsync(services => services.AddLoggerProvider(sink), options => options with { LogBurst = 50, LogRate = 1 });
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: """
            routes.Pages.MapGet("/flood", (Microsoft.Extensions.Logging.ILogger<Greeter> log) => { for (var i = 0; i < 5000; i++) Microsoft.Extensions.Logging.LoggerExtensions.LogWarning(log, "again"); return 1; }).Public("test");
            """));

        await host.GetAsync("/m/sample/flood");

        Assert.InRange(sink.Count("Sample.Greeter"), 1, 60);
        Assert.Equal(1, sink.Count("UnifiedPlatform.Runtime.Generations.LogBudget"));
    }

    [Fact]
    public async Task Use_is_counted_by_feature_and_department_and_names_nobody()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));
        host.ActAs("0203");
        await host.GetAsync("/m/sample/api/hello/li");
        await host.GetAsync("/m/sample/api/hello/wang");
        using var missing = await host.Client.GetAsync(new Uri("/m/sample/nothing", UriKind.Relative), Cancelled);

        var use = Assert.Single(host.Runtime.Usage("sample"));

        Assert.Equal(new ModuleUsage("/m/sample/api/hello/{name}", "0203", 2), use);
    }

    [Fact]
    public async Task Jobs_and_topics_are_counted_apart()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        await host.Runtime.UseAsync("sample", ModuleWork.Job, (_, _) => ValueTask.FromResult(1), Cancelled);
        await Assert.ThrowsAsync<ModuleCallException>(async () => await host.Runtime.UseAsync<int>("sample", ModuleWork.Job, (_, _) => throw new FormatException(), Cancelled));
        await host.Runtime.UseAsync("sample", ModuleWork.Topic, (_, _) => ValueTask.FromResult(1), Cancelled);

        var status = host.Runtime.Find("sample")!;
        Assert.Equal((new ModuleCount(2, 1), new ModuleCount(1, 0)), (status.Jobs, status.Topics));
    }
}
