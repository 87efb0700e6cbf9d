namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>An index being built, for whoever watches.</summary>
/// <param name="Began">When.</param>
/// <param name="Total">How many people the register held then.</param>
public sealed record IndexBuild(DateTimeOffset Began, int Total) : IProgress<long>
{
    private long _written;

    /// <summary>Documents written so far.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <inheritdoc/>
    public void Report(long value) => Interlocked.Exchange(ref _written, value);
}
