namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Where events are applied: called by the host's pump, one call a transaction, each in a fresh scope. Scoped.</summary>
public interface IExchangeTarget
{
    /// <summary>What the module reads.</summary>
    IReadOnlyList<ExchangeSubscription> Subscriptions { get; }

    /// <summary>Applies the batch in one transaction: cursor lock, inbox, effect, cursor. Never throws for what a consumer does.</summary>
    ValueTask<ExchangeResult> ApplyAsync(ExchangeBatch batch, CancellationToken cancellationToken);

    /// <summary>Applies an open dead letter once more; after it, at most one call later, its parked followers may follow.</summary>
    /// <param name="deadLetter">Key of the dead letter.</param>
    /// <param name="account">Who decided.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<ExchangeResult> ReplayAsync(Guid deadLetter, Guid account, CancellationToken cancellationToken);
}
