using System.Net;
using System.Net.Http.Json;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Generations;

public sealed class DispatchTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_is_installed_started_and_answers_under_its_own_prefix()
    {
        await using var host = await RuntimeHost.StartAsync();

        var status = await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        Assert.Equal((ModuleState.Running, "1.0.0"), (status.State, status.Version));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
        Assert.Equal("hello you", await host.GetAsync("/m/sample/api/hello/you"));
        Assert.True(Directory.Exists(Path.Combine(host.Data, "packages", "sample", "1.0.0")));
    }

    [Fact]
    public async Task A_body_with_an_unknown_or_a_missing_member_is_refused()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        using var right = await host.Client.PostAsJsonAsync("/m/sample/api/notes", new { words = "好", count = 1 }, Cancelled);
        using var unknown = await host.Client.PostAsJsonAsync("/m/sample/api/notes", new { words = "好", count = 1, more = 1 }, Cancelled);
        using var missing = await host.Client.PostAsJsonAsync("/m/sample/api/notes", new { words = "好" }, Cancelled);

        Assert.Equal("""{"words":"好","count":2}""", await right.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
    }

    [Fact]
    public async Task A_module_that_is_away_answers_503_and_an_unknown_one_404()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        await host.Runtime.DeactivateAsync("sample", StopReason.Disabled, null, Cancelled);

        using var away = await host.Client.GetAsync(new Uri("/m/sample/api/version", UriKind.Relative), Cancelled);
        using var unknown = await host.Client.GetAsync(new Uri("/m/other/api/version", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound), (away.StatusCode, unknown.StatusCode));
        Assert.Equal(ModuleState.Disabled, host.Runtime.Find("sample")?.State);
    }

    [Fact]
    public async Task A_module_that_throws_in_start_stays_out_with_its_reason_and_the_others_serve()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var status = await host.LoadAsync("broken", "1.0.0", Sources.Sample("broken", rest: """public ValueTask StartAsync(IModuleContext context, CancellationToken left) => throw new InvalidOperationException("no");"""));

        Assert.Equal((ModuleState.Failed, "threw"), (status.State, status.LastError?.Code));
        Assert.Equal(["start", "System.InvalidOperationException"], status.LastError?.Arguments);
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    [Fact]
    public async Task An_endpoint_without_a_rule_keeps_its_module_out()
    {
        await using var host = await RuntimeHost.StartAsync();

        var status = await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: """routes.Api.MapGet("/open", () => "x");"""));

        Assert.Equal("endpoint-rule", status.LastError?.Code);
        Assert.Contains("open", status.LastError?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_document_is_written_inside_the_generation()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample"));

        var document = await host.Runtime.ApiDocumentAsync("sample", new Microsoft.AspNetCore.Http.DefaultHttpContext(), TimeSpan.FromSeconds(30));

        Assert.Equal(200, document.Status);
        Assert.Contains("/api/hello/{name}", document.Html, StringComparison.Ordinal);
        Assert.Contains("/m/sample", document.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("slow", document.Html, StringComparison.Ordinal);
        using var direct = await host.Client.GetAsync(new Uri("/m/sample/openapi.internal/sample", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, direct.StatusCode);
    }
}
