using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace UnifiedPlatform.Story.Tests;

/// <summary>One caller of the API: sends the wire shape, reads the wire shape, and says the whole answer when it is not the expected one.</summary>
internal sealed class Api(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(answer, $"GET {path}", expected);
    }

    public async Task<JsonElement> PostAsync(string path, object body, HttpStatusCode expected, string? key = null)
    {
        using var answer = await SendAsync(path, body, key);
        return await ReadAsync(answer, $"POST {path}", expected);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, object body, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks again until the answer fits: what travels by the exchange arrives after the commit, not with it.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> fits)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var last = default(JsonElement);
        try
        {
            do
            {
                last = await GetAsync(path);
                if (fits(last)) return last;
            }
            while (await pace.WaitForNextTickAsync(limit.Token));
            return last;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"GET {path} never fitted; last: {last}");
        }
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, string what, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{what} answered {(int)answer.StatusCode} instead of {(int)expected}: {text}");
        if (text.Length == 0) return default;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public void Dispose() => client.Dispose();
}
