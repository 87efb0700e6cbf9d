using System.Security.Cryptography;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The publishers whose signature counts.</summary>
internal sealed class TrustedKeys(IReadOnlyList<string> pems)
{
    public bool Signed(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        foreach (var pem in pems)
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            if (key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) return true;
        }
        return false;
    }
}
