using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Runtime;

/// <summary>The packages of a folder that are worth a try.</summary>
public static class OfferedPackages
{
    /// <summary>One file a module, the highest version by its name; no folder, no packages.</summary>
    public static IReadOnlyList<string> In(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.upm").GroupBy(file => PackageName.Guess(file).Id, StringComparer.Ordinal).Select(Highest).Order(StringComparer.Ordinal)];

    /// <summary>What the name of a package file says, for one that cannot be read.</summary>
    public static (string Id, string Version) NameOf(string file) => PackageName.Guess(file);

    private static string Highest(IEnumerable<string> files) => files
        .OrderByDescending(file => SemanticVersion.Of(PackageName.Guess(file).Version))
        .First();
}
