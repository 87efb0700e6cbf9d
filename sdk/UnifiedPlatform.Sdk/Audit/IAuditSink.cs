namespace UnifiedPlatform.Sdk.Audit;

/// <summary>The host's store of reads and denials. Exported to each generation; a singleton.</summary>
public interface IAuditSink
{
    /// <summary>Returns once the record is durable. Throws <see cref="AuditUnavailableException"/> when it cannot be.</summary>
    /// <param name="id">Key of the record (UUID version 7).</param>
    /// <param name="body">Exact bytes that are stored, hashed and chained.</param>
    /// <param name="cancellationToken">Cancels waiting; the record may still be stored.</param>
    ValueTask AppendAsync(Guid id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}
