using System.Collections.Concurrent;
using System.Reflection;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The assemblies host and modules share: all the host was started with.</summary>
internal static class SharedAssemblies
{
    private static readonly Dictionary<string, string> Paths =
        ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, Version?> Versions = new(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Paths.ContainsKey(name);

    public static Version? VersionOf(string name) => Paths.TryGetValue(name, out var path) ? Versions.GetOrAdd(name, _ => AssemblyName.GetAssemblyName(path).Version) : null;
}
