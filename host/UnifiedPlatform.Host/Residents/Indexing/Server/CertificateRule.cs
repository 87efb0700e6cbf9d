using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>Which certificate of the search server is believed: the pinned one, one signed by the configured authority, or one the machine trusts.</summary>
internal sealed class CertificateRule(SearchServerOptions options) : IDisposable
{
    private readonly X509Certificate2Collection? _authority = options.CaFile is { } file ? Read(file) : null;

    public bool Believes(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 shown) return false;
        if (options.Fingerprint is { } print) return Shown(shown, chain).Any(c => c.GetCertHashString(HashAlgorithmName.SHA256).Equals(print, StringComparison.OrdinalIgnoreCase));
        if (_authority is null) return errors == SslPolicyErrors.None;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_authority);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (chain is not null) own.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(e => e.Certificate).ToArray());
        return own.Build(shown);
    }

    public void Dispose()
    {
        foreach (var certificate in _authority ?? []) certificate.Dispose();
    }

    private static IEnumerable<X509Certificate2> Shown(X509Certificate2 shown, X509Chain? chain) => chain is { ChainElements.Count: > 0 } ? chain.ChainElements.Select(e => e.Certificate) : [shown];

    private static X509Certificate2Collection Read(string file)
    {
        var authority = new X509Certificate2Collection();
        try
        {
            authority.ImportFromPemFile(file);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new Composition.StartupFailure($"Residents:Index:CaFile names {file}, which cannot be read as PEM certificates.");
        }
        return authority.Count > 0 ? authority : throw new Composition.StartupFailure($"Residents:Index:CaFile names {file}, which holds no certificate.");
    }
}
