using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>A trust store whose contents a test sets, also while a package is installed already.</summary>
internal sealed class FixedTrust(TrustedPublishers publishers) : IPackageTrust
{
    public TrustedPublishers Current { get; set; } = publishers;

    public ValueTask<TrustedPublishers> ReadAsync(CancellationToken cancellationToken) => new(Current);
}
