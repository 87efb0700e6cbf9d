using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Commands;

/// <summary>Keys of a publisher, and signing a package with one.</summary>
internal static class PackageKeys
{
    private const string Manifest = "module.json", Signature = "module.sig";

    /// <summary>Makes a key pair: the private key readable by its owner only, the public one beside it.</summary>
    public static async Task<int> MakeAsync(string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        if (File.Exists(path)) throw new StartupFailure($"{path} exists already. A key is never overwritten; name another file.");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var secret = new FileStream(path, options)) await secret.WriteAsync(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), cancellationToken);
            await File.WriteAllTextAsync(Path.ChangeExtension(path, ".pub.pem"), key.ExportSubjectPublicKeyInfoPem() + "\n", cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure($"{path} cannot be written. Name a file in a folder this account may write to.");
        }
        await Console.Out.WriteLineAsync($"{path} (keep it secret)\n{Path.ChangeExtension(path, ".pub.pem")} (for the trust store)\nfingerprint {Runtime.Packages.KeyFingerprint.Of(key)}");
        return 0;
    }

    /// <summary>Signs the manifest of a package anew; its files are not touched.</summary>
    public static async Task<int> SignAsync(string file, string keyFile, CancellationToken cancellationToken)
    {
        using var key = Read(keyFile);
        try
        {
            var draft = file + ".part";
            File.Copy(file, draft, overwrite: true);
            using (var zip = ZipFile.Open(draft, ZipArchiveMode.Update))
            {
                var manifest = await ManifestAsync(zip, cancellationToken);
                zip.GetEntry(Signature)?.Delete();
                await using var signature = await zip.CreateEntry(Signature).OpenAsync(cancellationToken);
                await signature.WriteAsync(key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), cancellationToken);
            }
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or System.Text.Json.JsonException)
        {
            throw new StartupFailure($"{file} is no package that can be read and written. Name a .upm file.");
        }
        await Console.Out.WriteLineAsync($"{file} signed by {Runtime.Packages.KeyFingerprint.Of(key)}");
        return 0;
    }

    private static async Task<byte[]> ManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        await using var stream = await (zip.GetEntry(Manifest) ?? throw new InvalidDataException()).OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        _ = ManifestJson.Read(bytes.ToArray());
        return bytes.ToArray();
    }

    private static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            _ = key.ExportParameters(includePrivateParameters: true);
            return key;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new StartupFailure($"{file} holds no readable private key (PEM, ECDSA P-256). Make one with: module new-key FILE.");
        }
    }
}
