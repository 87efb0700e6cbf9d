using System.Net.Http.Headers;
using System.Text.Json;

namespace UnifiedPlatform.Benchmarks;

/// <summary>Clients with the API keys of the demo town.</summary>
internal static class DemoKeys
{
    public static HttpClient Client(Uri address, string data, string name)
    {
        using var credentials = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "demo-credentials.json")));
        var key = credentials.RootElement.GetProperty("apiKeys").EnumerateArray().First(entry => entry.GetProperty("name").GetString() == name).GetProperty("key").GetString();
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
