using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>Which module the host's services are asked by in this scope. Scoped; set by the runtime before any code of the module runs.</summary>
public sealed class ModuleCaller(IModuleCapabilities decisions)
{
    /// <summary>The module's manifest; null: the host itself asks.</summary>
    public ModuleManifest? Manifest { get; private set; }

    /// <summary>Whether a module asks, its manifest declares the capability and an administrator granted it.</summary>
    public bool Has(string capability) => Manifest is { } manifest && new OwnCapabilities(manifest, decisions).Has(capability);

    /// <summary>Refuses a module that does not have the capability.</summary>
    /// <exception cref="CapabilityDeniedException">It does not.</exception>
    public void Demand(string capability)
    {
        if (Manifest is { } manifest) new OwnCapabilities(manifest, decisions).Demand(capability);
    }

    internal void Enter(ModuleManifest manifest) => Manifest = manifest;
}
