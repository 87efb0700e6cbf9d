using System.Net.WebSockets;
using UnifiedPlatform.Runtime.Tests.Support;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>Long requests and open streams while their version is replaced: left alone, told, cut off, in this order.</summary>
public sealed class DrainTests
{
    private const string Stream = """
        routes.Pages.MapGet("/stream", async (HttpContext http, Gate gate, Microsoft.Extensions.Hosting.IHostApplicationLifetime life) =>
        {
            await http.Response.WriteAsync("begin ");
            await http.Response.Body.FlushAsync();
            gate.Entered.TrySetResult();
            var told = new TaskCompletionSource();
            using var registration = life.ApplicationStopping.Register(() => told.TrySetResult());
            await told.Task;
            await http.Response.WriteAsync("end");
        }).Public("test");
        routes.Pages.MapGet("/deaf", async (HttpContext http, Gate gate) =>
        {
            await http.Response.WriteAsync("begin ");
            await http.Response.Body.FlushAsync();
            gate.Entered.TrySetResult();
            await Task.Delay(-1, http.RequestAborted);
        }).Public("test");
        routes.Pages.MapGet("/held", async (ModuleInfo info, Gate gate) => { gate.Entered.TrySetResult(); await gate.Open.Task; return info.Version; }).Public("test");
        routes.Pages.MapGet("/socket", async (HttpContext http, Gate gate) =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            gate.Entered.TrySetResult();
            await socket.ReceiveAsync(new byte[8], CancellationToken.None);
        }).Public("test");
        """;

    private static readonly SwapPolicy Quick = new() { SoftLimit = TimeSpan.FromMilliseconds(200), HardLimit = TimeSpan.FromSeconds(2) };
    private static readonly SwapPolicy Patient = new() { SoftLimit = TimeSpan.FromMilliseconds(200), HardLimit = TimeSpan.FromMinutes(2) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_in_flight_finishes_on_the_old_version()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: Stream));
        var held = host.GetAsync("/m/sample/held");
        await host.Gate.Entered.Task.WaitAsync(Cancelled);

        var swap = host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample"), Patient);
        await AnsweredByAsync(host, "2.0.0");
        host.Gate.Open.SetResult();

        Assert.Equal("1.0.0", await held);
        Assert.True((await swap).Old?.Drained);
    }

    [Fact]
    public async Task An_open_stream_is_told_at_the_soft_limit_and_ends_by_itself()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: Stream));
        var stream = host.GetAsync("/m/sample/stream");
        await host.Gate.Entered.Task.WaitAsync(Cancelled);

        var report = await host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample"), Patient);

        Assert.Equal("begin end", await stream);
        Assert.True(report.Old?.Drained);
    }

    [Fact]
    public async Task A_stream_that_does_not_end_is_cut_off_at_the_hard_limit()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: Stream));
        var stream = host.GetAsync("/m/sample/deaf");
        await host.Gate.Entered.Task.WaitAsync(Cancelled);

        var report = await host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample"), Quick);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => stream);
        Assert.Equal((true, false), (report.Succeeded, report.Old?.Drained));
        Assert.Equal("2.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    [Fact]
    public async Task A_web_socket_is_told_why_it_closes()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: Stream));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(host.Client.BaseAddress!) { Scheme = "ws", Path = "/m/sample/socket" }.Uri, Cancelled);
        await host.Gate.Entered.Task.WaitAsync(Cancelled);

        var swap = host.ActivateAsync("sample", "2.0.0", Sources.Sample("sample"), Quick);
        var last = await socket.ReceiveAsync(new byte[8], Cancelled);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);
        await swap;

        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.EndpointUnavailable), (last.MessageType, last.CloseStatus));
    }

    [Fact]
    public async Task A_web_socket_from_a_foreign_page_is_refused()
    {
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", map: Stream));
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(host.Client.BaseAddress!) { Scheme = "ws", Path = "/m/sample/socket" }.Uri, Cancelled));
    }

    [Fact]
    public async Task A_form_opened_on_one_version_posts_to_the_next()
    {
        const string Form = """
            routes.Pages.MapGet("/form", (HttpContext http, Microsoft.AspNetCore.Antiforgery.IAntiforgery forgery) => forgery.GetAndStoreTokens(http).RequestToken).Public("test");
            routes.Pages.MapPost("/form", async (HttpContext http, Microsoft.AspNetCore.Antiforgery.IAntiforgery forgery, ModuleInfo info) => { await forgery.ValidateRequestAsync(http); return info.Version; }).Public("test");
            """;
        await using var host = await RuntimeHost.StartAsync();
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", configure: "module.Services.AddAntiforgery();", map: Form));
        var token = await host.GetAsync("/m/sample/form");

        await host.LoadAsync("sample", "2.0.0", Sources.Sample("sample", configure: "module.Services.AddAntiforgery();", map: Form));
        using var posted = await host.Client.PostAsync(new Uri("/m/sample/form", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancelled);

        Assert.Equal("2.0.0", await posted.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task AnsweredByAsync(RuntimeHost host, string version)
    {
        while (await host.GetAsync("/m/sample/api/version") != version) Cancelled.ThrowIfCancellationRequested();
    }
}
