using System.Security.Cryptography;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Whose packages are loaded, as of one moment.</summary>
/// <param name="Publishers">Keys that count.</param>
/// <param name="RevokedKeys">Fingerprints of keys that count no more, with the reason.</param>
/// <param name="RevokedPackages">Hashes of manifests that are not loaded any more, with the reason.</param>
public sealed record TrustedPublishers(
    IReadOnlyList<TrustedPublisher> Publishers, IReadOnlyDictionary<string, RevokedTrust> RevokedKeys, IReadOnlyDictionary<string, string> RevokedPackages)
{
    /// <summary>Nobody.</summary>
    public static TrustedPublishers None { get; } = new([], new Dictionary<string, RevokedTrust>(), new Dictionary<string, string>());

    /// <summary>Finds whose signature this is. Only the keys of the store are tried, never one that came with the package.</summary>
    internal TrustedPublisher Signer(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature, string hash)
    {
        foreach (var revoked in RevokedKeys.Values)
            if (Signed(revoked.PublicKey, manifest, signature)) throw ModuleRefusedException.For(ModuleFailureCodes.RevokedKey, revoked.Publisher.Name, KeyFingerprint.Show(revoked.Publisher.Fingerprint), revoked.Reason);
        foreach (var publisher in Publishers)
            if (Signed(publisher.PublicKey, manifest, signature))
                return RevokedPackages.TryGetValue(hash, out var reason) ? throw ModuleRefusedException.For(ModuleFailureCodes.RevokedPackage, reason) : publisher;
        throw ModuleRefusedException.For(ModuleFailureCodes.Untrusted);
    }

    private static bool Signed(string pem, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
