namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Kinds of events the fold knows. A kind it does not know stays in the log and is shown.</summary>
public static class EventKinds
{
    public const string Received = "Received";
    public const string CorrectionAsked = "CorrectionAsked";
    public const string Corrected = "Corrected";
    public const string Accepted = "Accepted";
    public const string PartRequested = "PartRequested";
    public const string PartTaken = "PartTaken";
    public const string PartSigned = "PartSigned";
    public const string PartAnswered = "PartAnswered";
    public const string PartDeclined = "PartDeclined";
    public const string PartRerouted = "PartRerouted";
    public const string PartReminded = "PartReminded";
    public const string PartCancelled = "PartCancelled";
    public const string PartWaived = "PartWaived";
    public const string PartReopened = "PartReopened";
    public const string FixAsked = "FixAsked";
    public const string Fixed = "Fixed";
    public const string PartsJoined = "PartsJoined";
    public const string DecisionSigned = "DecisionSigned";
    public const string Decided = "Decided";
    public const string Issued = "Issued";
    public const string Delivered = "Delivered";
    public const string Closed = "Closed";
    public const string Withdrawn = "Withdrawn";
    public const string Rated = "Rated";
    public const string Claimed = "Claimed";
    public const string Released = "Released";
    public const string Noted = "Noted";
    public const string DocumentIssued = "DocumentIssued";
}
