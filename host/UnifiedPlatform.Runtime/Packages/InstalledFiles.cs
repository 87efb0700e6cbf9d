using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Compares an installed folder with its manifest.</summary>
internal static class InstalledFiles
{
    /// <summary>Whether the folder holds exactly the listed files, unchanged.</summary>
    public static bool AreIntact(string folder, ModuleManifest manifest, byte[] manifestBytes)
    {
        if (!Directory.Exists(folder)) return false;
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        return found.Remove("module.json") && found.Remove("module.sig") && found.Count == manifest.Files.Count
            && File.ReadAllBytes(Path.Combine(folder, "module.json")).AsSpan().SequenceEqual(manifestBytes)
            && manifest.Files.All(file => found.Contains(file.Path) && IsIntact(Path.Combine(folder, file.Path), file));
    }

    private static bool IsIntact(string path, ManifestFile file)
    {
        using var stream = File.OpenRead(path);
        return stream.Length == file.Length && Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
    }
}
