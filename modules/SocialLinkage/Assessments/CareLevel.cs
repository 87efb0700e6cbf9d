namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>How far a person manages alone; the words of the home-care item.</summary>
public enum CareLevel
{
    /// <summary>自理.</summary>
    Self,

    /// <summary>半自理.</summary>
    Half,

    /// <summary>全护理.</summary>
    Full,
}
