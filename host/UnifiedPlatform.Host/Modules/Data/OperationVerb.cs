namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>What is done with a module.</summary>
internal enum OperationVerb
{
    /// <summary>A version is put into the store; nothing runs yet.</summary>
    Install,

    /// <summary>A version serves; none did before.</summary>
    Activate,

    /// <summary>A newer version takes over.</summary>
    Upgrade,

    /// <summary>An older version takes over.</summary>
    RollBack,

    /// <summary>Nothing of it runs any more; everything stays.</summary>
    Disable,

    /// <summary>The wanted version serves again.</summary>
    Enable,

    /// <summary>It is taken out; its data stay.</summary>
    Remove,

    /// <summary>Data a removed module left are deleted.</summary>
    Purge,
}
