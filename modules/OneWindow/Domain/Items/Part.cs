using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>What one unit contributes: an opinion, or a decision of its own in a bundle.</summary>
public sealed record Part(
    string Key, LocalizedText Title, PartKind Kind, PartHandler Handler, IReadOnlyList<string> Needs, IReadOnlyList<string> Input,
    IReadOnlyList<string> InputMaterials, string Answer, Limit Due, bool Blocking, OnRefuse OnRefuse, OnSilent OnSilent, IReadOnlyList<string> Refusals,
    Expr? When = null, Limit? Minimum = null, Sign? Sign = null, bool TwoPersons = false, DocumentKind? Document = null);

public enum PartKind
{
    Opinion,
    Member,
}

/// <summary>Who does the part: a module with the capability, and always a department that can do without one.</summary>
public sealed record PartHandler(Unit Fallback, string? Capability = null);

/// <summary>A role at an organisation.</summary>
public sealed record Unit(OrgRule Org, string Role);

public enum OnRefuse
{
    Stop,
    Record,
}

public enum OnSilent
{
    Escalate,
    Consent,
}
