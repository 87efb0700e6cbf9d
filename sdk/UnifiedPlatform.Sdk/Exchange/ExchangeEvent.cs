namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>An event as it lies in the outbox.</summary>
/// <param name="Position">Position in the topic.</param>
/// <param name="EventId">Id.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Version">Topic version it was written in.</param>
/// <param name="Strict">Whether a failed event parks its followers of the same key.</param>
/// <param name="Key">Ordering key.</param>
/// <param name="KeyVersion">Version of the key.</param>
/// <param name="Payload">Body as JSON.</param>
/// <param name="Traceparent">Trace of the producer; null: none.</param>
/// <param name="Actor">Account that caused it; null: the platform.</param>
/// <param name="OccurredAt">When it was published, UTC.</param>
public sealed record ExchangeEvent(
    long Position, Guid EventId, string Topic, int Version, bool Strict, string Key, long KeyVersion, string Payload, string? Traceparent, Guid? Actor, DateTimeOffset OccurredAt);
