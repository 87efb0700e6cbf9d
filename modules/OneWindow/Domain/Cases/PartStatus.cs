namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>State of a part. Late is a colour, not a state.</summary>
public enum PartStatus
{
    /// <summary>Its needs are not met yet.</summary>
    Waiting,
    Open,
    Taken,

    /// <summary>A fix by the applicant is wanted.</summary>
    Asked,
    Answered,

    /// <summary>Handed back: the counter must find another handler.</summary>
    Unrouted,
    Cancelled,

    /// <summary>Not needed in this case.</summary>
    Waived,
}

public static class PartStatuses
{
    /// <summary>Whether somebody has to do something with the part now.</summary>
    public static bool IsActive(this PartStatus status) => status is PartStatus.Open or PartStatus.Taken or PartStatus.Asked or PartStatus.Unrouted;

    public static bool HasEnded(this PartStatus status) => status is PartStatus.Answered or PartStatus.Cancelled or PartStatus.Waived;
}
