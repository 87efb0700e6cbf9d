using System.Security.Cryptography;
using UnifiedPlatform.Host.Identity.Ring;

namespace UnifiedPlatform.Host.Audit;

/// <summary>The key (ECDSA P-256) that signs anchors and closed days. Its secret half is derived from the ring; the public half goes with every anchor.</summary>
internal sealed class AuditKey(KeyRing ring) : IDisposable
{
    private readonly Lazy<ECDsa> _key = new(() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = ring.Active("audit-sign").Bytes }));

    public Guid Installation => ring.Installation;

    public string PublicPem => _key.Value.ExportSubjectPublicKeyInfoPem();

    public byte[] Sign(byte[] bytes) => _key.Value.SignData(bytes, HashAlgorithmName.SHA256);

    public static bool Fits(string publicPem, byte[] bytes, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicPem);
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256);
    }

    public void Dispose()
    {
        if (_key.IsValueCreated) _key.Value.Dispose();
    }
}
