namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>Which event made or changed a row here, and by which rule.</summary>
internal sealed class LineageRow
{
    public required string TargetKind { get; init; }

    public required string TargetId { get; init; }

    public required string Source { get; init; }

    public Guid EventId { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public DateTimeOffset AppliedAt { get; init; }

    public required string Rule { get; init; }
}
