namespace UnifiedPlatform.Volunteering.Activities;

/// <summary>State of an activity. Full and ongoing are computed from places and time, never stored.</summary>
public enum ActivityStatus
{
    /// <summary>Being prepared.</summary>
    Draft,

    /// <summary>Open for sign-up.</summary>
    Published,

    /// <summary>Over; hours may be proposed.</summary>
    Finished,

    /// <summary>Called off.</summary>
    Cancelled,
}
