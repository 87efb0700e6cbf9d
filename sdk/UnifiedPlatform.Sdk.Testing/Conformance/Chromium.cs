using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>A headless Chromium of this machine with one tab, spoken to in its own protocol: enough to open a page and ask it something, without a driver to download.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const string SkipReason = "No Chromium here: install it, or name the program in UNIFIED_CHROMIUM.";
    private const string Announcement = "DevTools listening on ";
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _last;

    private Chromium(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>The program; null: none here.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("UNIFIED_CHROMIUM") is { Length: > 0 } told ? told : Array.Find(Candidates, File.Exists);

    public static async Task<Chromium> StartAsync(CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("up-chromium-");
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException(SkipReason),
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
        { RedirectStandardError = true, UseShellExecute = false };
        var browser = new Chromium(Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start."), profile);
        await browser._socket.ConnectAsync(await browser.AddressAsync(cancellationToken), cancellationToken);
        var target = await browser.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, cancellationToken);
        var attached = await browser.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true }, cancellationToken);
        browser._session = attached.GetProperty("sessionId").GetString();
        await browser.SendAsync("Page.enable", [], cancellationToken);
        await browser.SendAsync("Network.enable", [], cancellationToken);
        return browser;
    }

    /// <summary>Headers of every request from now on.</summary>
    public async Task HeadersAsync(IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken) =>
        await SendAsync("Network.setExtraHTTPHeaders", new JsonObject { ["headers"] = JsonSerializer.SerializeToNode(headers) }, cancellationToken);

    /// <summary>Opens a page and waits until it has loaded.</summary>
    public async Task OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("Page.navigate", new JsonObject { ["url"] = page.ToString() }, cancellationToken);
        if (answer.TryGetProperty("errorText", out var error)) throw new InvalidOperationException($"{page} does not open: {error.GetString()}");
        await EvaluateAsync("new Promise(done => document.readyState === 'complete' ? done('') : addEventListener('load', () => done('')))", cancellationToken);
    }

    /// <summary>Runs an expression in the page and gives its text; promises are awaited.</summary>
    public async Task<string?> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellationToken);
        if (answer.TryGetProperty("exceptionDetails", out var failure)) throw new InvalidOperationException($"The page threw: {failure}");
        return answer.GetProperty("result").TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetException(new InvalidOperationException($"{Program} ended without an address to speak to."));
            else if (line.Data.StartsWith(Announcement, StringComparison.Ordinal)) address.TrySetResult(new Uri(line.Data[Announcement.Length..]));
        };
        _process.BeginErrorReadLine();
        return await address.Task.WaitAsync(cancellationToken);
    }

    private async Task<JsonElement> SendAsync(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        var message = new JsonObject { ["id"] = ++_last, ["method"] = method, ["params"] = parameters };
        if (_session is not null) message["sessionId"] = _session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, cancellationToken);
        while (true)
        {
            var answer = await ReceiveAsync(cancellationToken);
            if (!answer.TryGetProperty("id", out var id) || id.GetInt32() != _last) continue; // an event of the page
            return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{method}: {answer}");
        }
    }

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellationToken)
    {
        var (part, whole) = (new byte[64 * 1024], new MemoryStream());
        WebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(part, cancellationToken);
            whole.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);
        using var document = JsonDocument.Parse(whole.ToArray());
        return document.RootElement.Clone();
    }
}
