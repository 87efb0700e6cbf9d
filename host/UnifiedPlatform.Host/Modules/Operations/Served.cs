using System.Collections.Concurrent;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What this host last let serve: contents and settings, which a version number alone does not tell.</summary>
internal sealed class Served
{
    private readonly ConcurrentDictionary<string, (string Version, string Hash, string Settings)> _modules = new(StringComparer.Ordinal);

    public void Note(InstalledPackage package, string settings) => _modules[package.Manifest.Id] = (package.Manifest.Version, package.Hash, settings);

    public bool Is(string module, string version, string? hash, string settings) =>
        _modules.TryGetValue(module, out var now) && now.Version == version && (hash is null || now.Hash == hash) && now.Settings == settings;

    public void Forget(string module) => _modules.TryRemove(module, out _);
}
