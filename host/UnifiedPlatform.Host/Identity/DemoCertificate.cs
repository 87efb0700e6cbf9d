using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Ring;

namespace UnifiedPlatform.Host.Identity;

/// <summary>A self-made certificate for a demo that other machines reach: the session cookie is <c>Secure</c>. Kept in the key directory, so that a browser's exception survives a restart.</summary>
internal static class DemoCertificate
{
    private const string FileName = "demo-tls.pfx";
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public static void Use(WebApplicationBuilder builder, PlatformOptions options)
    {
        if (!options.DemoAllowRemote) return;
        builder.Configuration["urls"] = builder.Configuration["urls"]?.Replace("http://", "https://", StringComparison.Ordinal);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = Load(Path.Combine(options.Keys, FileName))));
    }

    internal static X509Certificate2 Load(string path)
    {
        if (File.Exists(path) && X509CertificateLoader.LoadPkcs12FromFile(path, null) is { } kept)
        {
            if (kept.NotAfter.ToUniversalTime() > TimeProvider.System.GetUtcNow().UtcDateTime) return kept;
            kept.Dispose();
        }
        using var made = Make(TimeProvider.System.GetUtcNow());
        var bytes = made.Export(X509ContentType.Pkcs12);
        OwnerOnlyFile.Write(path, bytes);
        return X509CertificateLoader.LoadPkcs12(bytes, null);
    }

    private static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=UnifiedPlatform demo", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Environment.MachineName);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(now.AddMinutes(-5), now + Life);
    }
}
