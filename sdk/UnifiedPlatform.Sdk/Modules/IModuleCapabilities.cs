namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What an administrator decided about the capabilities modules ask for. Kept by the host. A module has a capability when its manifest declares it and it is granted.</summary>
public interface IModuleCapabilities
{
    /// <summary>Whether the capability is granted to the module.</summary>
    bool Granted(string moduleId, string capability);

    /// <summary>Whether somebody granted or withheld the capability. Until then a version that asks for it is not started.</summary>
    bool Decided(string moduleId, string capability);
}
