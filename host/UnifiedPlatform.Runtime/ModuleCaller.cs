using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>Which module the host's services are asked by in this scope. Scoped; set by the runtime before any code of the module runs.</summary>
public sealed class ModuleCaller
{
    /// <summary>The module's manifest; null: the host itself asks.</summary>
    public ModuleManifest? Manifest { get; private set; }

    /// <summary>Whether a module asks and its manifest names the capability.</summary>
    public bool Has(string capability) => Manifest?.Capabilities.Contains(capability) == true;

    internal void Enter(ModuleManifest manifest) => Manifest = manifest;
}
