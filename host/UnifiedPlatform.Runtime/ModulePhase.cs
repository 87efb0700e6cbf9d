namespace UnifiedPlatform.Runtime;

/// <summary>The steps of a module's life, in their order.</summary>
public enum ModulePhase
{
    /// <summary>The package was found or handed in.</summary>
    Discover,

    /// <summary>Names, hashes, signature and publisher are checked.</summary>
    Verify,

    /// <summary>The files are unpacked beside the installed ones.</summary>
    Stage,

    /// <summary>It is checked whether this host offers what the module needs.</summary>
    Preflight,

    /// <summary>The code is loaded and its services and routes are built.</summary>
    Configure,

    /// <summary>The module's database is copied.</summary>
    Backup,

    /// <summary>The module's database is brought to its version.</summary>
    Migrate,

    /// <summary>The module's own start and its hosted services.</summary>
    Start,

    /// <summary>Self-test addresses are called and a page is rendered once.</summary>
    Warm,

    /// <summary>The new generation takes over.</summary>
    Swap,

    /// <summary>The old generation finishes its last requests.</summary>
    Drain,

    /// <summary>The module's own stop and its hosted services.</summary>
    Stop,

    /// <summary>Container and code are let go.</summary>
    Unload,

    /// <summary>The code is proven gone, or counted as leaked.</summary>
    Prove,
}
