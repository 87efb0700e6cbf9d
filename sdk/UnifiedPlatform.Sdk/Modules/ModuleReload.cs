namespace UnifiedPlatform.Sdk.Modules;

/// <summary>How a module may be replaced in a running host.</summary>
public enum ModuleReload
{
    /// <summary>The new version starts beside the old one, then takes over.</summary>
    Hot,

    /// <summary>The old version stops first.</summary>
    Maintenance,

    /// <summary>Only with a restart of the host; the code is not collectible and runs at full speed.</summary>
    Never,
}
