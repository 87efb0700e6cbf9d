using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>One part of a case, newest round.</summary>
public sealed record PartFile(string Key, PartKind Kind)
{
    public PartStatus Status { get; init; } = PartStatus.Waiting;

    public int Round { get; init; } = 1;

    public string? Capability { get; init; }

    /// <summary>Module that does it; null: a department without one.</summary>
    public string? Module { get; init; }

    public string? Org { get; init; }

    public string? Role { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? RequestedOn { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public Guid? TakenBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public PartOpinion? Opinion { get; init; }

    public string? Refusal { get; init; }

    public string? AnswerHash { get; init; }

    /// <summary>Signatures of the running round; null: one answer is enough, or the part has not begun.</summary>
    public SignTree? Signs { get; init; }

    /// <summary>Who signed which leaf of the running round.</summary>
    public IReadOnlyDictionary<string, Guid> SignedBy { get; init; } = new Dictionary<string, Guid>();

    public IReadOnlyList<string> FixPoints { get; init; } = [];
}
