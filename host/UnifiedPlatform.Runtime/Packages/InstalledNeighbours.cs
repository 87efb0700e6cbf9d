using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The newest installed version of every other module.</summary>
internal sealed class InstalledNeighbours(Func<IPackageStore> store) : IModuleNeighbours
{
    public IReadOnlyList<ModuleManifest> Beside(string moduleId)
    {
        var packages = store();
        return [.. packages.Ids.Where(id => id != moduleId).Select(id => packages.Installed(id).FirstOrDefault(version => version.Package is not null)?.Package?.Manifest).OfType<ModuleManifest>()];
    }
}
