namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>An event waiting for its consumers, written in the business transaction.</summary>
internal sealed class OutboxRow
{
    public long Seq { get; init; }

    /// <summary>Place in the topic, given after commit (PostgreSQL) or equal to <see cref="Seq"/> (SQLite).</summary>
    public long? Pos { get; init; }

    public Guid EventId { get; init; }

    public required string Topic { get; init; }

    public int TopicVersion { get; init; }

    /// <summary>Whether a failed event parks its followers of the same key.</summary>
    public bool Strict { get; init; }

    public required string Key { get; init; }

    public long KeyVersion { get; init; }

    public required string Payload { get; init; }

    public string? Traceparent { get; init; }

    public Guid? Actor { get; init; }

    public DateTimeOffset OccurredAt { get; init; }
}
