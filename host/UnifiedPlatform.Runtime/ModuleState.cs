namespace UnifiedPlatform.Runtime;

/// <summary>State of a module. The way there is told by <see cref="ModulePhase"/>.</summary>
public enum ModuleState
{
    /// <summary>Installed and known by its manifest; the first hit starts it.</summary>
    Cold,

    /// <summary>Being started, and no other version serves: migrations, start, warm-up.</summary>
    Starting,

    /// <summary>Serving.</summary>
    Running,

    /// <summary>Finishing its last requests, and no other version serves.</summary>
    Draining,

    /// <summary>Stopped; nothing starts it but an activation.</summary>
    Stopped,

    /// <summary>Switched off by an administrator.</summary>
    Disabled,

    /// <summary>Not loadable; the reason says why.</summary>
    Failed,

    /// <summary>Crashed too often in too short a time; an administrator lets it start again.</summary>
    Quarantined,
}
