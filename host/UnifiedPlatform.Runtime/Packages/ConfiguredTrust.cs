using System.Security.Cryptography;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The keys of the options, for a host that keeps no trust store.</summary>
internal sealed class ConfiguredTrust(ModuleRuntimeOptions options) : IPackageTrust
{
    public TrustedPublishers Current { get; } = TrustedPublishers.None with { Publishers = [.. options.TrustedKeys.Select(Configured)] };

    public ValueTask<TrustedPublishers> ReadAsync(CancellationToken cancellationToken) => new(Current);

    private static TrustedPublisher Configured(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new TrustedPublisher(new PackagePublisher("Modules:TrustedKeys", KeyFingerprint.Of(key), PublisherLevel.Department), pem, [], null);
    }
}
