using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Compares an installed folder with its manifest.</summary>
internal static class InstalledFiles
{
    /// <summary>What differs: a file more, a file less, a file with other contents, a link; null: nothing.</summary>
    public static ModuleFailure? Fault(string folder, ModuleManifest manifest)
    {
        if (!Directory.Exists(folder)) return new ModuleFailure(ModuleFailureCodes.FileMissing, PackageReader.ManifestName);
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToArray();
        if (entries.FirstOrDefault(entry => entry.LinkTarget is not null) is { } link) return new ModuleFailure(ModuleFailureCodes.FileExtra, Name(link));
        var found = entries.OfType<FileInfo>().Select(Name).ToHashSet(StringComparer.Ordinal);
        found.ExceptWith([PackageReader.ManifestName, PackageReader.SignatureName]);
        foreach (var file in manifest.Files)
        {
            if (!found.Remove(file.Path)) return new ModuleFailure(ModuleFailureCodes.FileMissing, file.Path);
            if (!IsIntact(Path.Combine(folder, file.Path), file)) return new ModuleFailure(ModuleFailureCodes.FileChanged, file.Path);
        }
        return found.Count == 0 ? null : new ModuleFailure(ModuleFailureCodes.FileExtra, found.Order(StringComparer.Ordinal).First());

        string Name(FileSystemInfo entry) => Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
    }

    private static bool IsIntact(string path, ManifestFile file)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return stream.Length == file.Length && Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
