namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>State of a case. Everything from <see cref="Closed"/> on is an end.</summary>
public enum CaseStatus
{
    Submitted,
    Received,
    Correcting,
    UnderReview,
    Deciding,
    Decided,
    Issued,
    Delivered,
    Closed,
    NotRequired,
    NotCompetent,
    Withdrawn,
    Lapsed,
    Terminated,
}

public static class CaseStatuses
{
    public static bool IsOpen(this CaseStatus status) => status < CaseStatus.Closed;

    public static bool IsBeforeDecision(this CaseStatus status) => status <= CaseStatus.Deciding;
}
