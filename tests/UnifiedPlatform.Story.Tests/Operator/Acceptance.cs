using System.Net;
using System.Text.Json;
using UnifiedPlatform.Host.Residents.Demo;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>A clerk who accepts one case after the other and notes which were acknowledged.</summary>
internal sealed class Acceptance(Site site, Api clerk)
{
    private (Guid Id, DemoResident Resident)? _elder;

    /// <summary>Acknowledged cases by the idempotency key they were sent with.</summary>
    public Dictionary<string, string> Acknowledged { get; } = [];

    /// <summary>Sends one; gives the refusal, or null when it was acknowledged.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Problem)?> SendAsync(string key)
    {
        var (id, who) = _elder ??= await ElderAsync();
        using var answer = await clerk.SendAsync("/m/one-window/api/cases", Town.Application(id, who), key);
        var body = await Api.ReadAsync(answer, "POST case", answer.StatusCode);
        if (answer.StatusCode != HttpStatusCode.Created) return (answer.StatusCode, body);
        Acknowledged[key] = body.GetProperty("number").GetString()!;
        return null;
    }

    /// <summary>Sends until one is refused; gives its key and the refusal.</summary>
    public async Task<(string Key, HttpStatusCode Status, JsonElement Problem)> UntilRefusedAsync(int most)
    {
        for (var i = 0; i < most; i++)
        {
            var key = Guid.CreateVersion7().ToString();
            if (await SendAsync(key) is var (status, problem)) return (key, status, problem);
        }
        throw new InvalidOperationException($"None of {most} cases was refused.");
    }

    /// <summary>Every acknowledged case is there, no case is there that was not, each under a number of its own.</summary>
    public async Task CheckAsync()
    {
        Assert.Equal(Acknowledged.Count, Acknowledged.Values.Distinct(StringComparer.Ordinal).Count());
        foreach (var number in Acknowledged.Values) await clerk.GetAsync($"/m/one-window/api/cases/{number}");
        Assert.Equal(Acknowledged.Count, await site.CountAsync("one-window", "SELECT count(*) FROM case_file"));
    }

    private async Task<(Guid, DemoResident)> ElderAsync()
    {
        var elder = Town.Residents(30).First(resident => resident.Birth < new DateOnly(1956, 1, 1) && resident.Phone is not null);
        var found = await clerk.PostAsync("/api/residents/search", new { q = $"{elder.Name} {elder.NationalId[^4..]}" }, HttpStatusCode.OK);
        return (found.GetProperty("items")[0].GetProperty("id").GetGuid(), elder);
    }
}
