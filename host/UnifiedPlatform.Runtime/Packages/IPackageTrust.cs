namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Whom the host trusts. Read anew before each package is staged or loaded.</summary>
public interface IPackageTrust
{
    /// <summary>As last read.</summary>
    TrustedPublishers Current { get; }

    /// <summary>Reads the trust store.</summary>
    ValueTask<TrustedPublishers> ReadAsync(CancellationToken cancellationToken);
}
