using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace UnifiedPlatform.Faults.Tests;

/// <summary>Clerks who take cases down until the host dies under them, and send what was cut off again with the same key.</summary>
internal sealed class Acceptances
{
    private readonly ConcurrentQueue<string> _cutOff = new();
    private readonly ConcurrentDictionary<string, string> _numbers = new(StringComparer.Ordinal);

    /// <summary>Case number by idempotency key, as acknowledged.</summary>
    public IReadOnlyDictionary<string, string> Numbers => _numbers;

    /// <summary>One clerk at work; ends when the host is gone or enough was done.</summary>
    public async Task WorkAsync(Uri address, string apiKey, Guid resident, Func<bool> enough, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        while (!enough())
        {
            var key = _cutOff.TryDequeue(out var cut) ? cut : Guid.CreateVersion7().ToString("D");
            try
            {
                await AcceptAsync(client, key, resident, cancellationToken);
            }
            catch (HttpRequestException)
            {
                _cutOff.Enqueue(key);
                return;
            }
        }
    }

    /// <summary>Whether every request has been answered.</summary>
    public bool Settled => _cutOff.IsEmpty;

    private async Task AcceptAsync(HttpClient client, string key, Guid resident, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/m/one-window/api/cases", UriKind.Relative))
        {
            Content = JsonContent.Create(new
            {
                item = "home-care-visit",
                resident,
                answers = new { living = "alone", disabled = false },
                form = new { phone = "13800005678", address = "城东路18号", care = "half", hours = 4 },
                materials = new { id = "given" },
            }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request, cancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var number = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("number").GetString()!;
        if (!_numbers.TryAdd(key, number)) Assert.Equal(_numbers[key], number);
    }
}
