namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Events of one topic handed to a target, in order of position.</summary>
/// <param name="Source">Owner of the outbox they come from.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Epoch">Epoch of the positions; a restore of the source starts a new one.</param>
/// <param name="Events">The events.</param>
/// <param name="Node">Host that runs the pump, for the run list.</param>
/// <param name="TraceId">Trace of the run; null: none.</param>
public sealed record ExchangeBatch(string Source, string Topic, Guid Epoch, IReadOnlyList<ExchangeEvent> Events, string Node, string? TraceId)
{
    /// <summary>Type of the failure with which the one event of this batch was refused: it is dead-lettered instead of applied. Null: apply.</summary>
    public string? DeadLetterAs { get; init; }
}
