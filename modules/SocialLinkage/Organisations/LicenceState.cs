namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>Where an organisation's licence stands; the order is the order of the list.</summary>
public enum LicenceState
{
    /// <summary>Past its last day.</summary>
    Expired,

    /// <summary>Ends within three months.</summary>
    Expiring,

    /// <summary>Runs.</summary>
    Valid,

    /// <summary>No end is recorded.</summary>
    Unknown,

    /// <summary>Given back; the organisation is dissolved.</summary>
    Ended,
}
