namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>How far a topic of a source has been applied here; the row whose lock keeps two pumps apart.</summary>
internal sealed class CursorRow
{
    public required string Source { get; init; }

    public required string Topic { get; init; }

    public Guid Epoch { get; init; }

    public long Pos { get; init; }

    public bool Paused { get; init; }

    public DateTimeOffset? LastOk { get; init; }

    public string? LastError { get; init; }
}
