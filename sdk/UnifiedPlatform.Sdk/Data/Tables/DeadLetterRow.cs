namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>An event that could not be applied, kept until somebody decides.</summary>
internal sealed class DeadLetterRow
{
    public Guid Id { get; init; }

    public required string Source { get; init; }

    public required string Topic { get; init; }

    public int TopicVersion { get; init; }

    public bool Strict { get; init; }

    public Guid EventId { get; init; }

    public required string Key { get; init; }

    public long KeyVersion { get; init; }

    public long Pos { get; init; }

    public required string Payload { get; init; }

    public string? Traceparent { get; init; }

    public Guid? Actor { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary><c>failed</c>, <c>parked</c> (behind a failed event of its key) or <c>newer</c> (a version this consumer does not know).</summary>
    public required string Reason { get; init; }

    /// <summary>Type of the exception; its message may hold personal data and is not kept.</summary>
    public string? Exception { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary><c>open</c>, <c>replayed</c> or <c>discarded</c>.</summary>
    public required string State { get; init; }

    public Guid? DecidedBy { get; init; }

    public string? Note { get; init; }
}
