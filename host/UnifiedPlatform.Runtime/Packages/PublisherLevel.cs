namespace UnifiedPlatform.Runtime.Packages;

/// <summary>How a publisher's signature is to be read.</summary>
public enum PublisherLevel
{
    /// <summary>The platform's own publisher.</summary>
    Core,

    /// <summary>A department of this administration.</summary>
    Department,

    /// <summary>Somebody else.</summary>
    ThirdParty,

    /// <summary>The key of a clone: builds on the developer's machine, trusted in demo and development only.</summary>
    Development,
}
