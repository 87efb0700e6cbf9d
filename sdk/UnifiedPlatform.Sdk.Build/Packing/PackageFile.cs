using System.IO.Compression;
using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>Writes a package: the same bytes for the same contents, apart from the signature.</summary>
public static class PackageFile
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Completes the manifest with the files' hashes, signs it and writes the zip.</summary>
    public static void Write(string path, ModuleManifest manifest, IEnumerable<(string Name, string Path)> files, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(key);
        var contents = files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (file.Name, Bytes: File.ReadAllBytes(file.Path))).ToArray();
        var json = ManifestJson.Write(manifest with
        {
            Files = [.. contents.Select(file => new ManifestFile(file.Name, file.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(file.Bytes))))],
        });
        var signature = key.SignData(json, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        var draft = $"{path}.{Environment.ProcessId}";
        using (var zip = new ZipArchive(File.Create(draft), ZipArchiveMode.Create))
            foreach (var (name, bytes) in contents.Prepend(("module.sig", signature)).Prepend(("module.json", json)))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        File.Move(draft, path, overwrite: true);
    }
}
