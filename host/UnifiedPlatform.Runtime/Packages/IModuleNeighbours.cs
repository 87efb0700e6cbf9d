using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The other modules a package has to live with: their contracts are what it may require.</summary>
public interface IModuleNeighbours
{
    /// <summary>Manifests of the modules installed beside this one.</summary>
    IReadOnlyList<ModuleManifest> Beside(string moduleId);
}
