namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>State of a module's card.</summary>
public enum CardState
{
    /// <summary>Its content is there.</summary>
    Ready,

    /// <summary>Still being read.</summary>
    Loading,

    /// <summary>The module did not answer in time or failed.</summary>
    NoAnswer,

    /// <summary>The module is being upgraded.</summary>
    Upgrading,

    /// <summary>The reader lacks the permission.</summary>
    NoPermission,

    /// <summary>Nothing is on record; the content says what to do.</summary>
    Empty,
}
