using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace UnifiedPlatform.Benchmarks;

/// <summary>One case as its officers carry it: accepted at the counter, its part answered, decided, closed, found again.</summary>
internal sealed class CaseLifecycle : IDisposable
{
    private const string Cases = "/m/one-window/api/cases", Parts = "/m/one-window/api/parts";
    private readonly HttpClient _clerk;
    private readonly HttpClient _handler;
    private readonly HttpClient _decider;
    private readonly Guid[] _residents;
    private readonly ConcurrentQueue<double> _requests = new();

    private CaseLifecycle(HttpClient clerk, HttpClient handler, HttpClient decider, Guid[] residents) => (_clerk, _handler, _decider, _residents) = (clerk, handler, decider, residents);

    /// <summary>Milliseconds of each changing request.</summary>
    public IReadOnlyList<double> Requests => [.. _requests];

    public static async Task<CaseLifecycle> OpenAsync(Uri address, string data, CancellationToken cancellationToken)
    {
        var clerk = DemoKeys.Client(address, data, "clerk");
        var found = await SendAsync(clerk, HttpMethod.Post, "/api/residents/search", new { q = "凌桥", limit = 50 }, cancellationToken);
        var residents = found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToArray();
        return new CaseLifecycle(clerk, DemoKeys.Client(address, data, "civil-affairs"), DemoKeys.Client(address, data, "civil-affairs-decider"), residents);
    }

    public void Forget() => _requests.Clear();

    public async Task CarryAsync(int index, CancellationToken cancellationToken)
    {
        var opened = await ChangeAsync(_clerk, Cases, new
        {
            item = "residence-statement",
            resident = _residents[index % _residents.Length],
            answers = new { },
            form = new { purpose = "school" },
            materials = new { id = "given" },
        }, cancellationToken);
        var number = opened.GetProperty("number").GetString();
        await ChangeAsync(_handler, $"{Parts}/{number}~check~1/actions", new { action = "answer", opinion = "agreed", result = new { } }, cancellationToken);
        await ChangeAsync(_decider, $"{Cases}/{number}/actions", new { action = "decide", outcome = "granted" }, cancellationToken);
        await ChangeAsync(_clerk, $"{Cases}/{number}/actions", new { action = "close", method = "inPerson" }, cancellationToken);
        var closed = await SendAsync(_clerk, HttpMethod.Get, $"{Cases}/{number}", null, cancellationToken);
        if (closed.GetProperty("state").GetString() != "closed") throw new InvalidOperationException("A case that was closed is found in another state.");
    }

    public void Dispose()
    {
        _clerk.Dispose();
        _handler.Dispose();
        _decider.Dispose();
    }

    private async Task<JsonElement> ChangeAsync(HttpClient client, string path, object body, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await SendAsync(client, HttpMethod.Post, path, body, cancellationToken);
        _requests.Enqueue(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("D"));
        }
        using var answer = await client.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
