namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>What can be asked of a case.</summary>
public enum CaseAction
{
    Receive,
    Accept,
    AskCorrection,
    Correct,
    Take,
    Answer,
    Decline,
    Reroute,
    AskFix,
    Fixed,
    Remind,
    Decide,
    Reopen,
    Issue,
    Deliver,
    Close,
    Withdraw,
    Rate,
    Claim,
    Release,
    Note,
}
