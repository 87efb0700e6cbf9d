namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>Last position given in a topic, and the epoch of the numbering: a restore starts a new one.</summary>
internal sealed class OutboxHeadRow
{
    public required string Topic { get; init; }

    public long Last { get; init; }

    public Guid Epoch { get; init; }
}
