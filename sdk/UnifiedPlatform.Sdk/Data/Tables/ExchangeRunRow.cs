namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>One run of an arrow that read something or failed.</summary>
internal sealed class ExchangeRunRow
{
    public Guid Id { get; init; }

    public required string Source { get; init; }

    public required string Topic { get; init; }

    public DateTimeOffset At { get; init; }

    public long FromPos { get; init; }

    public long ToPos { get; init; }

    public int Read { get; init; }

    public int Applied { get; init; }

    public int Duplicate { get; init; }

    public int Dead { get; init; }

    public long Bytes { get; init; }

    public double LagSeconds { get; init; }

    public required string Node { get; init; }

    public string? TraceId { get; init; }

    public string? Error { get; init; }
}
