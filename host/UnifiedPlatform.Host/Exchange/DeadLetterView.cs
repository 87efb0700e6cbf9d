namespace UnifiedPlatform.Host.Exchange;

/// <summary>A dead letter as the administrator sees it. Payloads carry ids only (contracts.md §8).</summary>
/// <param name="Id">Key.</param>
/// <param name="Consumer">Owner of the inbox it was refused at.</param>
/// <param name="Source">Owner of the outbox it came from.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Version">Topic version.</param>
/// <param name="Key">Ordering key.</param>
/// <param name="Payload">Body as JSON.</param>
/// <param name="Reason"><c>failed parked newer</c>.</param>
/// <param name="Exception">Type of the exception; null: none.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="OccurredAt">When it was published.</param>
/// <param name="FirstAt">When it was first refused.</param>
/// <param name="LastAt">When it was last tried.</param>
/// <param name="State"><c>open replayed discarded</c>.</param>
/// <param name="Note">Note of who discarded it; null: none.</param>
public sealed record DeadLetterView(
    Guid Id, string Consumer, string Source, string Topic, int Version, string Key, string Payload, string Reason, string? Exception, int Attempts,
    DateTimeOffset OccurredAt, DateTimeOffset FirstAt, DateTimeOffset LastAt, string State, string? Note);
