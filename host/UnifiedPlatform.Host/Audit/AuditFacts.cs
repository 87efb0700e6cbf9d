using System.Globalization;
using System.Text.Json;

namespace UnifiedPlatform.Host.Audit;

/// <summary>What is read out of a record's bytes to find it again.</summary>
internal sealed record AuditFacts(DateTimeOffset At, string? Actor, string Act, string ResourceType, string? ResourceId, string Result, IReadOnlyList<Guid> Subjects)
{
    public static AuditFacts Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return new AuditFacts(
            DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), // always written
            root.GetProperty("actor").GetString(), root.GetProperty("act").GetString()!, root.GetProperty("rtype").GetString()!, root.GetProperty("rid").GetString(), root.GetProperty("result").GetString()!,
            [.. root.GetProperty("subjects").EnumerateArray().Select(subject => subject.GetGuid()).Distinct()]);
    }
}
