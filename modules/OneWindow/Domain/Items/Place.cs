using UnifiedPlatform.OneWindow.Domain.Expressions;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Where the item may be handed in.</summary>
public sealed record AcceptRule(AcceptMode Mode, IReadOnlyList<string>? Regions = null);

public enum AcceptMode
{
    Here,
    Anywhere,
    Collect,
}

/// <summary>Who is competent; the first rule that holds counts, the last has no condition.</summary>
public sealed record Jurisdiction(JurisdictionBy By, int Level, OrgRule Org, Expr? When = null);

public enum JurisdictionBy
{
    Dwelling,
    Hukou,
    HouseholdTarget,
    Fixed,
}
