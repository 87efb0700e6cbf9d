namespace UnifiedPlatform.SocialLinkage.Workers;

/// <summary>Professional level of a social worker (handbook §2.1); a community worker without one is another role.</summary>
public enum Qualification
{
    /// <summary>No examination yet.</summary>
    None,

    /// <summary>助理社会工作师.</summary>
    Assistant,

    /// <summary>社会工作师.</summary>
    SocialWorker,

    /// <summary>高级社会工作师.</summary>
    Senior,
}
