using System.Collections.Concurrent;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Gives a generation its load context: one of its own, or for <c>reload: never</c> the one that stays until the host ends.</summary>
internal sealed class LoadedCode
{
    private readonly ConcurrentDictionary<string, (string Version, ModuleLoadContext Code)> _kept = new(StringComparer.Ordinal);

    /// <exception cref="ModuleRefusedException">Code of the module that cannot be unloaded is loaded in another version.</exception>
    public ModuleLoadContext For(InstalledPackage package)
    {
        var (id, version) = (package.Manifest.Id, package.Manifest.Version);
        if (_kept.TryGetValue(id, out var kept) && kept.Version != version) throw ModuleRefusedException.For(ModuleFailureCodes.RestartNeeded, version, kept.Version);
        return package.Manifest.Reload == ModuleReload.Never
            ? _kept.GetOrAdd(id, _ => (version, new ModuleLoadContext($"{id} {version}", package.Folder, isCollectible: false))).Code
            : new ModuleLoadContext($"{id} {version}", package.Folder, isCollectible: true);
    }
}
