namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Where an index is filled from: the register, which is the truth.</summary>
public interface IIndexSource
{
    /// <summary>Every document of the register.</summary>
    IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> EverybodyAsync(CancellationToken cancellationToken);

    /// <summary>Documents of those that changed at this time or later.</summary>
    IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> ChangedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What an index that holds everything would sum up to.</summary>
    ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken);
}
