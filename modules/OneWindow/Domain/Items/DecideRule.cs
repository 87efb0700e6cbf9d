using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Signing;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Who decides, what may be decided, and what the platform suggests.</summary>
public sealed record DecideRule(
    Unit By, Expr Suggest, IReadOnlyList<CaseOutcome> Outcomes, bool Separate, Sign? Sign = null, Limit? Validity = null, ValidFrom ValidFrom = ValidFrom.Decided, string? Publish = null);

public enum ValidFrom
{
    Decided,
    NextMonth,
}
