namespace UnifiedPlatform.Host.Exchange;

/// <summary>What administrators see of the exchange and may do with it. Rights and audit are the caller's endpoint's.</summary>
public interface IExchangeStatus
{
    /// <summary>Every arrow with its figures.</summary>
    ValueTask<IReadOnlyList<ArrowStatus>> ArrowsAsync(CancellationToken cancellationToken);

    /// <summary>Newest dead letters first; at most 200.</summary>
    ValueTask<IReadOnlyList<DeadLetterView>> DeadLettersAsync(string state, CancellationToken cancellationToken);

    /// <summary>Newest runs first; at most 200.</summary>
    ValueTask<IReadOnlyList<ExchangeRunView>> RunsAsync(CancellationToken cancellationToken);

    /// <summary>Runs the arrow now; null: no such arrow.</summary>
    ValueTask<ArrowRun?> RunAsync(Arrow arrow, CancellationToken cancellationToken);

    /// <summary>Pauses or resumes the arrow; false: no such arrow.</summary>
    ValueTask<bool> PauseAsync(Arrow arrow, bool paused, CancellationToken cancellationToken);

    /// <summary>Applies a dead letter once more, then what was parked behind it; null: none open with this id.</summary>
    ValueTask<Replay?> ReplayAsync(string consumer, Guid id, Guid account, CancellationToken cancellationToken);

    /// <summary>Gives a dead letter up, with a note; what was parked behind it follows. False: none open with this id.</summary>
    ValueTask<bool> DiscardAsync(string consumer, Guid id, Guid account, string note, CancellationToken cancellationToken);
}
