using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>An opened package whose manifest is trusted. Its files are checked while they are unpacked.</summary>
internal sealed class PackageReader : IDisposable
{
    public const string ManifestName = "module.json", SignatureName = "module.sig";

    private const int SignatureBytes = 1024;

    private readonly ZipArchive _zip;
    private readonly PackageLimits _limits;

    private readonly byte[] _manifestBytes, _signature;

    private PackageReader(ZipArchive zip, PackageLimits limits, byte[] manifest, byte[] signature, string hash, TrustedPublisher signer)
    {
        (_zip, _limits, _manifestBytes, _signature, Signer) = (zip, limits, manifest, signature, signer);
        Offered = new OfferedPackage(Parse(manifest), hash, signer.Publisher);
    }

    public OfferedPackage Offered { get; }

    public TrustedPublisher Signer { get; }

    public ModuleManifest Manifest => Offered.Manifest;

    public static PackageReader Open(string path, TrustedPublishers trusted, PackageLimits limits)
    {
        var zip = OpenZip(path, limits);
        try
        {
            EntryNames.Check(zip.Entries, limits);
            var manifest = Bytes(zip, ManifestName, limits.ManifestBytes, limits);
            var signature = Bytes(zip, SignatureName, SignatureBytes, limits);
            var hash = Convert.ToHexStringLower(SHA256.HashData(manifest));
            var reader = new PackageReader(zip, limits, manifest, signature, hash, trusted.Signer(manifest, signature, hash));
            ManifestRules.Check(reader.Manifest, limits);
            reader.CheckListed();
            return reader;
        }
        catch (InvalidDataException)
        {
            zip.Dispose();
            throw ModuleRefusedException.For(ModuleFailureCodes.Unreadable, Path.GetFileName(path));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks every file into an empty folder and compares it with its hash on the way.</summary>
    public void Unpack(string folder)
    {
        try
        {
            foreach (var file in Manifest.Files)
            {
                var entry = _zip.GetEntry(file.Path) ?? throw ModuleRefusedException.For(ModuleFailureCodes.FileMissing, file.Path);
                var target = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
                using var from = entry.Open();
                using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
                if (!HashedCopy.Copy(from, to, file)) throw ModuleRefusedException.For(ModuleFailureCodes.FileChanged, file.Path);
            }
        }
        catch (InvalidDataException)
        {
            throw ModuleRefusedException.For(ModuleFailureCodes.Unreadable, Manifest.Id);
        }
        File.WriteAllBytes(Path.Combine(folder, ManifestName), _manifestBytes);
        File.WriteAllBytes(Path.Combine(folder, SignatureName), _signature);
    }

    public void Dispose() => _zip.Dispose();

    private void CheckListed()
    {
        var listed = Manifest.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (_zip.Entries.FirstOrDefault(entry => entry.FullName is not (ManifestName or SignatureName) && !listed.Contains(entry.FullName)) is { } extra)
            throw ModuleRefusedException.For(ModuleFailureCodes.FileExtra, extra.FullName).With(Manifest);
        long total = 0;
        foreach (var file in Manifest.Files)
        {
            var entry = _zip.GetEntry(file.Path) ?? throw ModuleRefusedException.For(ModuleFailureCodes.FileMissing, file.Path).With(Manifest);
            if (entry.Length != file.Length) throw ModuleRefusedException.For(ModuleFailureCodes.FileChanged, file.Path).With(Manifest);
            if (file.Length > _limits.FileBytes || (file.Length > 1 << 20 && file.Length > entry.CompressedLength * _limits.Ratio)) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, file.Path).With(Manifest);
            total += file.Length;
        }
        if (total > _limits.TotalBytes) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, $"{total} > {_limits.TotalBytes}").With(Manifest);
    }

    private static ZipArchive OpenZip(string path, PackageLimits limits)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Length > limits.PackageBytes) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, $"{file.Length} > {limits.PackageBytes}");
            return ZipFile.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw ModuleRefusedException.For(ModuleFailureCodes.Unreadable, Path.GetFileName(path));
        }
    }

    // The length in the directory may lie: reading stops at the limit, whatever it says.
    private static byte[] Bytes(ZipArchive zip, string name, long limit, PackageLimits limits)
    {
        var entry = zip.GetEntry(name) ?? throw ModuleRefusedException.For(ModuleFailureCodes.Unsigned);
        if (entry.Length > limit) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, name);
        if (entry.Length > 1 << 20 && entry.Length > entry.CompressedLength * limits.Ratio) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, name);
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limit) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, name);
        }
        return bytes.ToArray();
    }

    public static ModuleManifest Parse(byte[] manifest)
    {
        try
        {
            return ManifestJson.Read(manifest);
        }
        catch (JsonException error)
        {
            throw ModuleRefusedException.For(ModuleFailureCodes.Manifest, error.Path ?? ManifestName);
        }
    }
}
