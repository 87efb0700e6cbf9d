namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Why a generation is stopped.</summary>
public enum StopReason
{
    /// <summary>Another version takes its place.</summary>
    Replaced,

    /// <summary>An administrator switched it off; data stays.</summary>
    Disabled,

    /// <summary>It is being removed.</summary>
    Uninstalled,

    /// <summary>The host is stopping.</summary>
    HostShutdown,
}
