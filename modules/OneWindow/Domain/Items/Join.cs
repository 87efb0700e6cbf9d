namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>When the parts are together enough to decide.</summary>
public sealed record Join(JoinRule Rule, int? N = null, IReadOnlyList<string>? Of = null);

public enum JoinRule
{
    All,
    Any,
    Count,
}
