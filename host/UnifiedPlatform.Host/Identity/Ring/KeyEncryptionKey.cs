using System.Security.Cryptography;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Finds the key that wraps all others: credential of the service manager, named file, passphrase, or a file beside the key directory.</summary>
internal static class KeyEncryptionKey
{
    public const int Length = 32;
    private const int PassphraseRounds = 600_000;
    private const string CredentialName = "unified-platform-kek";

    public static byte[] Find(IConfiguration settings, PlatformOptions options, byte[] salt, bool mayCreate)
    {
        if (settings["CREDENTIALS_DIRECTORY"] is { Length: > 0 } credentials && File.Exists(Path.Combine(credentials, CredentialName)))
            return Read(Path.Combine(credentials, CredentialName));
        if (settings["Security:KekFile"] is { Length: > 0 } named) return Read(Path.GetFullPath(named));
        if (settings["Security:Passphrase"] is { Length: > 0 } passphrase)
            return Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, PassphraseRounds, HashAlgorithmName.SHA256, Length);

        var beside = options.Keys + ".kek";
        if (!File.Exists(beside))
        {
            if (!mayCreate)
                throw new StartupFailure($"The key {beside} that opens {Path.Combine(options.Keys, KeyRing.FileName)} is missing. Put it back, or name it with Security:KekFile.");
            OwnerOnlyFile.Write(beside, RandomNumberGenerator.GetBytes(Length));
        }
        return Read(beside);
    }

    private static byte[] Read(string path)
    {
        if (!File.Exists(path)) throw new StartupFailure($"The key file {path} does not exist. Put it back, or correct Security:KekFile.");
        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new StartupFailure($"The key file {path} must hold exactly {Length} bytes and holds {key.Length}. Restore it from the key backup.");
    }
}
