namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>What changes a volunteer's standing.</summary>
public enum VolunteerAction
{
    /// <summary>Offers none for now.</summary>
    Pause,

    /// <summary>Offers again.</summary>
    Resume,

    /// <summary>Leaves.</summary>
    Leave,

    /// <summary>Registers once more.</summary>
    Rejoin,
}
