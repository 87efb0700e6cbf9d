using System.IO.Compression;
using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>A package taken apart, changed and put together again, with or without a fresh signature.</summary>
internal sealed class ZipDraft
{
    private readonly List<(string Name, byte[] Bytes, int Attributes)> _entries = [];

    public ZipDraft(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            _entries.Add((entry.FullName, bytes.ToArray(), 0));
        }
    }

    public ModuleManifest Manifest => ManifestJson.Read(Bytes("module.json"));

    public byte[] Bytes(string name) => _entries.Single(entry => entry.Name == name).Bytes;

    public ZipDraft Add(string name, byte[] bytes, int attributes = 0)
    {
        _entries.Add((name, bytes, attributes));
        return this;
    }

    public ZipDraft Remove(string name)
    {
        _entries.RemoveAll(entry => entry.Name == name);
        return this;
    }

    public ZipDraft Replace(string name, byte[] bytes) => Remove(name).Add(name, bytes);

    public ZipDraft Sign(ModuleManifest manifest, ECDsa key)
    {
        var json = ManifestJson.Write(manifest);
        return Replace("module.json", json).Replace("module.sig", key.SignData(json, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    public string Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, bytes, attributes) in _entries)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.ExternalAttributes = attributes;
            using var stream = entry.Open();
            stream.Write(bytes);
        }
        return path;
    }
}
