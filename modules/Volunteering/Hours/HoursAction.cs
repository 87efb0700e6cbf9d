namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>What an organiser does with a record of hours.</summary>
public enum HoursAction
{
    /// <summary>Confirms the service.</summary>
    Confirm,

    /// <summary>Does not accept it.</summary>
    Reject,

    /// <summary>Takes a confirmation back while nothing is published.</summary>
    Reopen,

    /// <summary>Fixes and publishes it.</summary>
    Lock,
}
