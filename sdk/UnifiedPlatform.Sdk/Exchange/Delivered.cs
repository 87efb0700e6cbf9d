namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>One delivered event.</summary>
/// <param name="EventId">Id given at publication (UUID version 7).</param>
/// <param name="Source">Module that published it, or <c>residents</c>.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Version">Topic version after upcasting.</param>
/// <param name="Key">Ordering key.</param>
/// <param name="KeyVersion">Version of the key.</param>
/// <param name="Position">Position in the source.</param>
/// <param name="OccurredAt">When it was published, UTC.</param>
/// <param name="Actor">Account that caused it; null: the platform.</param>
/// <param name="Body">Payload.</param>
public sealed record Delivered<T>(Guid EventId, string Source, string Topic, int Version, string Key, long KeyVersion, long Position, DateTimeOffset OccurredAt, Guid? Actor, T Body);
