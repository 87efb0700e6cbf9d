namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Answer to a command: events and the case after them, or a refusal and nothing else.</summary>
public sealed record Verdict(IReadOnlyList<CaseEvent> Events, CaseFile? State, CaseRefusal? Refusal)
{
    public static Verdict Refused(CaseRefusal refusal) => new([], null, refusal);
}
