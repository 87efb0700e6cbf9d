using System.Security.Cryptography;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Reads public keys as publishers hand them over.</summary>
public static class PublicKeys
{
    /// <summary>Reads a PEM public key on the curve P-256. The caller disposes it.</summary>
    /// <exception cref="CryptographicException">It is a key of another kind.</exception>
    /// <exception cref="ArgumentException">It is no key.</exception>
    public static ECDsa Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value) throw new CryptographicException("The key is not on the curve P-256.");
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
