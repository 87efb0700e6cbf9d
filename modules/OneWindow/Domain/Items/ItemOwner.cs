using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>The office that publishes the item.</summary>
public sealed record ItemOwner(string Org, LocalizedText Name, string Nature, string? Usc = null);

/// <summary>Days on which the version is in force: <paramref name="From"/> included, <paramref name="To"/> excluded.</summary>
public sealed record Effective(DateOnly From, DateOnly? To = null)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day < To);
}
