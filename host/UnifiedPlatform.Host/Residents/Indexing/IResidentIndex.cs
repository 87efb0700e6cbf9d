namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The engine behind the search. It answers exact token conditions; it decides nothing about who may see whom and holds nothing that cannot be rebuilt.</summary>
public interface IResidentIndex
{
    /// <summary>Writes documents; one older than what the index holds changes nothing.</summary>
    ValueTask WriteAsync(IReadOnlyCollection<IndexDocument> documents, CancellationToken cancellationToken);

    /// <summary>Documents that meet the condition, in the engine's own fixed order.</summary>
    ValueTask<IReadOnlyList<IndexHit>> FindAsync(TokenCondition condition, int limit, CancellationToken cancellationToken);

    /// <summary>How many meet the condition, counted up to a limit.</summary>
    ValueTask<int> CountAsync(TokenCondition condition, int upTo, CancellationToken cancellationToken);

    /// <summary>How the index stands.</summary>
    ValueTask<IndexState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Builds a new index beside the one in use and takes its place when it is whole.</summary>
    /// <param name="documents">Every document of the register.</param>
    /// <param name="cancellationToken">Gives up; the index in use stays.</param>
    ValueTask RebuildAsync(IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> documents, CancellationToken cancellationToken);
}

/// <summary>What an engine gives back of a document: enough to verify and rank before anything is loaded.</summary>
/// <param name="Id">Resident.</param>
/// <param name="Version">Version the engine holds.</param>
/// <param name="Name">Name without dots and blanks.</param>
/// <param name="Address">Units of the address, a blank between them.</param>
/// <param name="Region">Region of the dwelling.</param>
/// <param name="Grid">Grid of the dwelling.</param>
/// <param name="Present">Whether the person lives there.</param>
/// <param name="SortKey">Order among equals.</param>
public sealed record IndexHit(Guid Id, long Version, string Name, string Address, string? Region, string? Grid, bool Present, string SortKey);

/// <summary>State of an index.</summary>
/// <param name="Usable">Whether it is whole and was made by this version of the tokens with these keys.</param>
/// <param name="Documents">Living documents.</param>
public sealed record IndexState(bool Usable, long Documents);
