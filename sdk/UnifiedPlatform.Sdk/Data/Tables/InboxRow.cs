namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>An event applied here once; its key refuses the second time.</summary>
internal sealed class InboxRow
{
    public required string Source { get; init; }

    public Guid EventId { get; init; }

    public required string Topic { get; init; }

    public long Pos { get; init; }

    public DateTimeOffset AppliedAt { get; init; }

    /// <summary><c>applied</c>, <c>dead</c> or <c>parked</c>.</summary>
    public required string Outcome { get; init; }
}
