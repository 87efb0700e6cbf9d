namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>With whom the person lives.</summary>
public enum Living
{
    /// <summary>独居.</summary>
    Alone,

    /// <summary>夫妻同住.</summary>
    Couple,

    /// <summary>与家人同住.</summary>
    Family,
}
