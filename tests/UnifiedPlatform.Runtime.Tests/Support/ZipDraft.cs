using System.Buffers.Binary;
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

    /// <summary>Adds a file, lists it and signs anew.</summary>
    public ZipDraft List(string name, byte[] bytes, ECDsa key, long? length = null)
    {
        var manifest = Add(name, bytes).Manifest;
        return Sign(manifest with { Files = [.. manifest.Files, new ManifestFile(name, length ?? bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))] }, key);
    }

    /// <summary>Writes another length of an entry into both of its headers, which the packed bytes do not bear out.</summary>
    public static string Lie(string package, string name, uint length)
    {
        var bytes = File.ReadAllBytes(package);
        var text = System.Text.Encoding.ASCII.GetBytes(name);
        Patch([0x50, 0x4B, 0x03, 0x04], nameAt: 30, lengthAt: 22);
        Patch([0x50, 0x4B, 0x01, 0x02], nameAt: 46, lengthAt: 24);
        File.WriteAllBytes(package, bytes);
        return package;

        void Patch(ReadOnlySpan<byte> signature, int nameAt, int lengthAt)
        {
            for (var at = 0; (at = at + bytes.AsSpan(at).IndexOf(signature)) >= 0 && at + nameAt + text.Length <= bytes.Length; at += 4)
            {
                if (!bytes.AsSpan(at + nameAt).StartsWith(text)) continue;
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + lengthAt), length);
                return;
            }
            throw new InvalidOperationException($"{package} has no entry {name}.");
        }
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
