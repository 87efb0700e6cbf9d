using System.IO.Compression;
using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A packed module as a test handles it: what the build made, and variants of it under other versions, signed with a key of the test run.</summary>
public sealed class ModulePackage
{
    private const string Manifest = "module.json", Signature = "module.sig";
    private readonly IReadOnlyList<(string Name, byte[] Bytes)> _files;

    private ModulePackage(string file, ModuleManifest manifest, IReadOnlyList<(string, byte[])> files) => (File, Contents, _files) = (file, manifest, files);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Its manifest.</summary>
    public ModuleManifest Contents { get; }

    /// <summary>Names of the files in it, manifest and signature included.</summary>
    public IReadOnlyList<string> Names => [.. _files.Select(file => file.Name)];

    /// <summary>Size in bytes.</summary>
    public long Length => new FileInfo(File).Length;

    /// <summary>The package of the module that a test project references: beside the test program, where the build puts it.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static ModulePackage Of<TModule>() where TModule : IModule
    {
        var name = typeof(TModule).Assembly.GetName().Name + ".upm";
        var file = Path.Combine(AppContext.BaseDirectory, "packages", name);
        return System.IO.File.Exists(file) ? Read(file)
            : throw new InvalidOperationException($"There is no {name} in {Path.GetDirectoryName(file)}. Build the test project; it must reference the module's project and the package UnifiedPlatform.Sdk.Testing.");
    }

    /// <summary>Reads a package without judging it.</summary>
    public static ModulePackage Read(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        var files = zip.Entries.Select(entry => (entry.FullName, Bytes(entry))).ToArray();
        return new ModulePackage(file, ManifestJson.Read(files.First(entry => entry.FullName == Manifest).Item2), files);
    }

    /// <summary>The same module under another version, signed with the key, in a folder.</summary>
    /// <param name="folder">Where the file is written.</param>
    /// <param name="version">Version of as many characters as its own; null: its own.</param>
    /// <param name="key">Key of the test run.</param>
    public ModulePackage Write(string folder, string? version, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        // The build's own bytes stay where nothing changes: they are what is shipped.
        var (contents, files) = version is null || version == Contents.Version ? (Contents, _files) : Renamed(version);
        var json = ReferenceEquals(contents, Contents) ? _files.First(entry => entry.Name == Manifest).Bytes : ManifestJson.Write(contents);
        var file = Path.Combine(folder, $"{contents.Id}-{contents.Version}.upm");
        Directory.CreateDirectory(folder);
        using (var zip = new ZipArchive(System.IO.File.Create(file), ZipArchiveMode.Create))
        {
            Add(zip, Manifest, json);
            Add(zip, Signature, key.SignData(json, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
            foreach (var (name, bytes) in files.Where(entry => entry.Name is not (Manifest or Signature))) Add(zip, name, bytes);
        }
        return Read(file);
    }

    // The assembly carries the version in its name; in its metadata the name ends with a zero, so a version of the same length can stand in its place.
    private (ModuleManifest Contents, IReadOnlyList<(string Name, byte[] Bytes)> Files) Renamed(string version)
    {
        if (version.Length != Contents.Version.Length) throw new ArgumentException($"'{version}' must have as many characters as '{Contents.Version}'.", nameof(version));
        var (before, after) = ($"{Contents.Id}-{Contents.Version}", $"{Contents.Id}-{version}");
        var code = _files.First(file => file.Name == Contents.Assembly).Bytes.ToArray();
        var (wanted, given) = (System.Text.Encoding.UTF8.GetBytes(before + "\0"), System.Text.Encoding.UTF8.GetBytes(after + "\0"));
        for (var at = code.AsSpan().IndexOf(wanted); at >= 0; at = code.AsSpan().IndexOf(wanted)) given.CopyTo(code.AsSpan(at));

        var assembly = after + ".dll";
        var contents = Contents with
        {
            Version = version,
            Assembly = assembly,
            Files = [.. Contents.Files.Select(file => file.Path == Contents.Assembly ? new ManifestFile(assembly, code.Length, Convert.ToHexStringLower(SHA256.HashData(code))) : file)],
        };
        return (contents, [.. _files.Select(file => file.Name == Contents.Assembly ? (assembly, code) : file)]);
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
