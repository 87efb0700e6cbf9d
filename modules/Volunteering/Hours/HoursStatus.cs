namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>State of a record of hours (handbook §4.2).</summary>
public enum HoursStatus
{
    /// <summary>Entered, waiting for the organiser.</summary>
    Proposed,

    /// <summary>Confirmed by an organiser who did not propose it.</summary>
    Confirmed,

    /// <summary>Fixed and published; only a new record corrects it.</summary>
    Locked,

    /// <summary>Not accepted.</summary>
    Rejected,
}
