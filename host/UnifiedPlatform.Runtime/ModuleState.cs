namespace UnifiedPlatform.Runtime;

/// <summary>State of a module.</summary>
public enum ModuleState
{
    /// <summary>Verified and being started: migrations, start, warm-up.</summary>
    Starting,

    /// <summary>Serving.</summary>
    Running,

    /// <summary>Finishing its last requests.</summary>
    Draining,

    /// <summary>Switched off.</summary>
    Stopped,

    /// <summary>Not loadable; the reason says why.</summary>
    Failed,
}
