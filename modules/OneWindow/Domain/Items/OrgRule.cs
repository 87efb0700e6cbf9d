using System.Text.Json.Serialization;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Names an organisation: a fixed one, the accepting one (<c>lead</c>), the deciding one (<c>competent</c>), or one by region.</summary>
[JsonConverter(typeof(OrgRuleConverter))]
public abstract record OrgRule
{
    public sealed record Fixed(string Org) : OrgRule;

    public sealed record Lead : OrgRule;

    public sealed record Competent : OrgRule;

    public sealed record ByRegion(IReadOnlyDictionary<string, string> Orgs) : OrgRule;

    /// <summary>The organisation; null when no region of the rule covers the case.</summary>
    public string? Resolve(string lead, string? competent, string? region) => this switch
    {
        Fixed rule => rule.Org,
        Lead => lead,
        Competent => competent,
        ByRegion rule => rule.Orgs
            .Where(pair => region is not null && region.StartsWith(pair.Key, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length).Select(pair => pair.Value).FirstOrDefault(),
        _ => null,
    };
}
