using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using System.Text.Json;

namespace UnifiedPlatform.Host.Demo;

/// <summary>The people of the demo at their desks: calls the host's own API over loopback with their keys.</summary>
internal sealed class DemoDesk : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _keys;

    public DemoDesk(Uri address, string credentials)
    {
        // In a demo over the network the host made its certificate itself; this call never leaves the machine.
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || address.IsLoopback;
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        using var document = JsonDocument.Parse(File.ReadAllBytes(credentials));
        _keys = document.RootElement.GetProperty("apiKeys").EnumerateArray().ToDictionary(key => key.GetProperty("name").GetString()!, key => key.GetProperty("key").GetString()!, StringComparer.Ordinal); // the file is ours
    }

    /// <summary>The records of a list; empty when the module is away.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string person, string path, CancellationToken cancellationToken)
    {
        using var request = Request(person, HttpMethod.Get, path, null);
        using var answer = await _client.SendAsync(request, cancellationToken);
        if (IsAway(answer, path)) return [];
        await ThrowUnlessAsync(answer, path, cancellationToken);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken));
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone())];
    }

    public async Task PostAsync(string person, string path, object body, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body);
        await SendAsync(person, path, content, cancellationToken);
    }

    public async Task ImportAsync(string person, string path, string csv, CancellationToken cancellationToken)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        await SendAsync(person, path, content, cancellationToken);
    }

    public async Task UploadAsync(string person, string path, string csv, CancellationToken cancellationToken)
    {
        using var content = new MultipartFormDataContent();
        using var file = new StringContent(csv, Encoding.UTF8, "text/csv");
        content.Add(file, "file", "residents.csv");
        await SendAsync(person, path, content, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(string person, string path, HttpContent content, CancellationToken cancellationToken)
    {
        using var request = Request(person, HttpMethod.Post, path, content);
        using var answer = await _client.SendAsync(request, cancellationToken);
        // An earlier run that was cut off has done this step already, or the module is not there: the rest of the town moves in without it.
        if (answer.StatusCode != HttpStatusCode.Conflict && !IsAway(answer, path)) await ThrowUnlessAsync(answer, path, cancellationToken);
    }

    private HttpRequestMessage Request(string person, HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys[person]);
        return request;
    }

    private static bool IsAway(HttpResponseMessage answer, string path) =>
        path.StartsWith("/m/", StringComparison.Ordinal) && answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.ServiceUnavailable;

    private static async Task ThrowUnlessAsync(HttpResponseMessage answer, string path, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode) return;
        // The code alone: a refusal's sentence may repeat a value of the file.
        using var document = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken)) : null;
        var code = document is not null && document.RootElement.TryGetProperty("code", out var member) ? member.GetString() : null;
        throw new HttpRequestException($"{path} answered {(int)answer.StatusCode} {code}.", null, answer.StatusCode);
    }
}
