namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Standing of a volunteer.</summary>
public enum VolunteerStatus
{
    /// <summary>Offers service.</summary>
    Active,

    /// <summary>Offers none for now.</summary>
    Paused,

    /// <summary>Has left; records stay.</summary>
    Left,
}
