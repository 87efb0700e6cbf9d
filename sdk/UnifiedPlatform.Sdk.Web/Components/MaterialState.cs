namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>State of a paper.</summary>
public enum MaterialState
{
    /// <summary>Not received.</summary>
    Open,

    /// <summary>Received.</summary>
    Received,

    /// <summary>Accepted without it, to follow by a date.</summary>
    Follows,

    /// <summary>Need not be brought: known from another source.</summary>
    Waived,

    /// <summary>Made by the platform and printed for signature.</summary>
    Made,
}
