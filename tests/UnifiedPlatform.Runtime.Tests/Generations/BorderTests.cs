using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>What crosses between host and module, and what does not.</summary>
public sealed class BorderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scoped_export_comes_from_the_hosts_scope_and_a_singleton_is_the_hosts_own()
    {
        await using var host = await RuntimeHost.StartAsync(services => services
            .AddScoped<HostCounter>().AddSingleton<IFormatProvider>(CultureInfo.InvariantCulture).ExportToModules<HostCounter>().ExportToModules<IFormatProvider>());
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var (first, twice) = await host.Runtime.UseAsync("sample", (services, _) =>
        {
            var counter = services.GetRequiredService<HostCounter>();
            return ValueTask.FromResult((counter.Next(), services.GetRequiredService<HostCounter>().Next()));
        }, Cancelled);
        var fresh = await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(services.GetRequiredService<HostCounter>().Next()), Cancelled);
        var same = await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(ReferenceEquals(services.GetService<IFormatProvider>(), CultureInfo.InvariantCulture)), Cancelled);

        Assert.Equal((1, 2, 1, true), (first, twice, fresh, same));
    }

    [Fact]
    public async Task In_a_request_and_in_a_fragment_a_scoped_export_comes_from_the_scope_of_that_request()
    {
        await using var host = await RuntimeHost.StartAsync(services => services.AddScoped<HostCounter>().ExportToModules<HostCounter>());
        const string Count = "(UnifiedPlatform.Runtime.Tests.Generations.BorderTests.HostCounter first, IServiceProvider services) => Results.Text($\"{first.Next()}{services.GetRequiredService<UnifiedPlatform.Runtime.Tests.Generations.BorderTests.HostCounter>().Next()}\")";
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: $"""routes.Pages.MapGet("/count", {Count}).Public("test");"""));

        var (first, second) = (await host.GetAsync("/m/sample/count"), await host.GetAsync("/m/sample/count"));
        var fragment = await host.Runtime.FragmentAsync("sample", "/count", new DefaultHttpContext(), TimeSpan.FromSeconds(30));

        Assert.Equal(("12", "12", "12"), (first, second, fragment.Html));
    }

    [Fact]
    public async Task A_module_called_from_anothers_request_does_not_get_that_ones_scope()
    {
        var bridge = new Bridge();
        await using var host = await RuntimeHost.StartAsync(services => services.AddScoped<HostCounter>().AddSingleton(bridge).ExportToModules<HostCounter>().ExportToModules<Bridge>());
        await host.LoadAsync("called", "1.0.0", Sources.Sample("called"));
        await host.LoadAsync("calling", "1.0.0", Sources.Sample("calling", map: """routes.Pages.MapGet("/call", (UnifiedPlatform.Runtime.Tests.Generations.BorderTests.Bridge bridge) => bridge.Call()).Public("test");"""));
        bridge.Call = async () => await host.Runtime.UseAsync("called", (services, _) =>
        {
            using var inner = services.CreateScope();
            return ValueTask.FromResult(Record.Exception(() => inner.ServiceProvider.GetRequiredService<HostCounter>())?.GetBaseException().GetType().Name ?? "got");
        }, Cancelled);

        Assert.Equal(nameof(InvalidOperationException), await host.GetAsync("/m/calling/call"));
    }

    [Fact]
    public async Task An_export_for_each_module_wins_over_the_modules_own_registration()
    {
        await using var host = await RuntimeHost.StartAsync(services => services.ExportToModules<IFormattable>((_, module) => $"of {module.Id}".Length));
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", configure: "module.Services.AddSingleton<IFormattable>(7);"));

        var value = await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(services.GetRequiredService<IFormattable>().ToString(null, CultureInfo.InvariantCulture)), Cancelled);

        Assert.Equal("9", value);
    }

    [Fact]
    public async Task A_call_acts_as_the_module_and_its_exception_stays_inside()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var actor = await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(services.GetRequiredService<IActorAccessor>().Actor), Cancelled);
        var thrown = await Assert.ThrowsAsync<ModuleCallException>(async () => await host.Runtime.UseAsync<int>("sample", (_, _) => throw new FormatException("secret"), Cancelled));
        await Assert.ThrowsAsync<ModuleAwayException>(async () => await host.Runtime.UseAsync("nobody", (_, _) => ValueTask.FromResult(1), Cancelled));

        Assert.Equal(ActorKind.Module, actor?.Kind);
        Assert.Equal("System.FormatException", thrown.Thrown);
        Assert.Null(thrown.InnerException);
        Assert.DoesNotContain("secret", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fragment_runs_through_the_gate_and_its_failures_are_statuses()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: """
            routes.Pages.MapGet("/card/{id}", (string id) => Results.Text($"<p>{id} {System.Globalization.CultureInfo.CurrentUICulture.Name}</p>", "text/html")).Public("test");
            routes.Pages.MapGet("/throws", string () => throw new InvalidOperationException()).Public("test");
            routes.Pages.MapGet("/hangs", async (CancellationToken left) => await Task.Delay(-1, left)).Public("test");
            """));
        var outer = new DefaultHttpContext();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");

        var card = await host.Runtime.FragmentAsync("sample", "/card/7?x=1", outer, TimeSpan.FromSeconds(30));
        var throws = await host.Runtime.FragmentAsync("sample", "/throws", outer, TimeSpan.FromSeconds(30));
        var hangs = await host.Runtime.FragmentAsync("sample", "/hangs", outer, TimeSpan.FromMilliseconds(200));
        var away = await host.Runtime.FragmentAsync("nobody", "/card/7", outer, TimeSpan.FromSeconds(30));

        Assert.Equal("<p>7 zh-Hans</p>", card.Html);
        Assert.Equal((500, 504, 503), (throws.Status, hangs.Status, away.Status));
    }

    [Fact]
    public async Task Hosted_services_start_and_stop_with_the_generation()
    {
        await using var host = await RuntimeHost.StartAsync();
        var file = Path.Combine(host.Data, "modules", "sample", "trace");
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", configure: "module.Services.AddHostedService<Trace>();", rest: """
            public sealed class Trace(ModuleInfo info) : Microsoft.Extensions.Hosting.IHostedService
            {
                public Task StartAsync(CancellationToken left) => System.IO.File.AppendAllTextAsync(System.IO.Path.Combine(info.DataFolder, "trace"), "start ", left);
                public Task StopAsync(CancellationToken left) => System.IO.File.AppendAllTextAsync(System.IO.Path.Combine(info.DataFolder, "trace"), "stop", left);
            }
            """));

        var report = await host.Runtime.DeactivateAsync("sample", StopReason.Disabled, null, Cancelled);

        Assert.True(report.Drained);
        Assert.Equal("start stop", await File.ReadAllTextAsync(file, Cancelled));
    }

    [Fact]
    public async Task A_query_array_is_no_service()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: """routes.Api.MapGet("/tags", (string[] tags) => string.Join('+', tags)).Public("test");"""));

        Assert.Equal("a+b", await host.GetAsync("/m/sample/api/tags?tags=a&tags=b"));
    }

    public sealed class Bridge
    {
        public Func<Task<string>> Call { get; set; } = () => Task.FromResult("");
    }

    public sealed class HostCounter
    {
        private int _value;

        public int Next() => ++_value;
    }
}
