namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The engine behind the search. It answers exact token conditions; it decides nothing about who may see whom and holds nothing that cannot be rebuilt.</summary>
/// <remarks>Every method but <see cref="StateAsync"/> throws <see cref="IndexAwayException"/> when the engine cannot do it now.</remarks>
public interface IResidentIndex
{
    /// <summary>Writes documents; one older than what the index holds changes nothing.</summary>
    /// <param name="documents">Living ones and those that are gone.</param>
    /// <param name="visible">Whether to wait until a search sees them, for the few of one saved form.</param>
    /// <param name="cancellationToken">Gives up; what was written stays.</param>
    ValueTask WriteAsync(IReadOnlyCollection<IndexDocument> documents, bool visible, CancellationToken cancellationToken);

    /// <summary>Writes documents over whatever is there. Only for mending what the index holds wrongly.</summary>
    ValueTask OverwriteAsync(IReadOnlyCollection<IndexDocument> documents, CancellationToken cancellationToken);

    /// <summary>Documents that meet the condition, in the engine's own fixed order.</summary>
    ValueTask<IReadOnlyList<IndexHit>> FindAsync(TokenCondition condition, int limit, CancellationToken cancellationToken);

    /// <summary>How many meet the condition, counted up to a limit.</summary>
    ValueTask<int> CountAsync(TokenCondition condition, int upTo, CancellationToken cancellationToken);

    /// <summary>How the index stands. Never throws for what the engine does.</summary>
    ValueTask<IndexState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Builds a new index beside the one in use, checks it against the source, and lets it take the place. The old one is kept as the way back.</summary>
    /// <param name="source">The register.</param>
    /// <param name="written">Told how many documents are written so far; null: nobody asks.</param>
    /// <param name="cancellationToken">Gives up; the index in use stays and nothing is left behind.</param>
    ValueTask RebuildAsync(IIndexSource source, IProgress<long>? written, CancellationToken cancellationToken);

    /// <summary>Puts the index before this one back in use, brought up to date first. What was in use becomes the way back.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    ValueTask ReturnAsync(IIndexSource source, CancellationToken cancellationToken);

    /// <summary>Removes the way back when it was left longer ago than this; zero removes it whatever its age, as when somebody was erased who is still in it.</summary>
    ValueTask ForgetPreviousAsync(TimeSpan olderThan, CancellationToken cancellationToken);

    /// <summary>Sums of every bucket that holds anything.</summary>
    ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken);

    /// <summary>Every living document of a bucket.</summary>
    ValueTask<IReadOnlyList<IndexedVersion>> BucketAsync(int bucket, CancellationToken cancellationToken);
}
