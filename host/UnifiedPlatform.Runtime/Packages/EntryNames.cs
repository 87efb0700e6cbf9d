using System.IO.Compression;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Which entries a package may have: plain files below its own folder, with names every file system keeps apart.</summary>
internal static partial class EntryNames
{
    private const int KindMask = 0xF000, RegularFile = 0x8000;

    public static void Check(IReadOnlyCollection<ZipArchiveEntry> entries, PackageLimits limits)
    {
        if (entries.Count > limits.Entries) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, $"{entries.Count} > {limits.Entries}");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var name = entry.FullName;
            if (!IsAllowed(name, limits) || !IsRegularFile(entry)) throw ModuleRefusedException.For(ModuleFailureCodes.EntryName, Printable(name));
            if (!seen.Add(name)) throw ModuleRefusedException.For(ModuleFailureCodes.EntryTwice, name);
        }
        // "a" as a file and "a/b" as another cannot both exist.
        if (seen.FirstOrDefault(name => Folders(name).Any(seen.Contains)) is { } clash) throw ModuleRefusedException.For(ModuleFailureCodes.EntryTwice, clash);
    }

    public static bool IsAllowed(string name, PackageLimits limits)
    {
        if (name.Length == 0 || name.Length > limits.PathLength) return false;
        var segments = name.Split('/');
        return segments.Length <= limits.Depth && segments.All(segment => Segment().IsMatch(segment) && !segment.EndsWith('.') && !Device().IsMatch(segment));
    }

    // The upper half of the attributes is the Unix mode where the writer was Unix, and 0 elsewhere.
    private static bool IsRegularFile(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & KindMask) is 0 or RegularFile;

    private static IEnumerable<string> Folders(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1)) yield return name[..slash];
    }

    private static string Printable(string name) => Unprintable().Replace(name.Length > 80 ? name[..80] : name, "?");

    [GeneratedRegex(@"^[A-Za-z0-9_@~+][A-Za-z0-9._@~+-]*$")]
    private static partial Regex Segment();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Device();

    [GeneratedRegex(@"[^\x21-\x7e]")]
    private static partial Regex Unprintable();
}
