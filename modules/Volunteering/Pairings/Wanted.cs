using System.Text.Json;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>What the household needs, as the earlier assessment advises it; otherwise as the applicant wishes.</summary>
public sealed record Wanted(IReadOnlyList<Skill> Skills, int Hours)
{
    public static readonly Wanted Nothing = new([], 1);

    public static Wanted Of(PartInput? input)
    {
        if (input is null) return Nothing;
        var results = input.Predecessors.Values.Select(answer => answer.Result).Where(result => result.ValueKind == JsonValueKind.Object).ToArray();
        var services = results.SelectMany(result => result.TryGetProperty("services", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [])
            .Where(service => service.ValueKind == JsonValueKind.String).Select(service => service.GetString());
        var hours = results.Select(result => Number(result, "hoursPerWeek")).FirstOrDefault(number => number is not null)
            ?? (input.Fields.TryGetValue("/hours", out var wished) ? Number(wished) : null);
        return new Wanted([.. services.Select(Code.Read<Skill>).OfType<Skill>().Distinct()], Math.Clamp(hours ?? 1, 1, PairingTask.MostHours));
    }

    private static int? Number(JsonElement from, string member) => from.TryGetProperty(member, out var value) ? Number(value) : null;

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
