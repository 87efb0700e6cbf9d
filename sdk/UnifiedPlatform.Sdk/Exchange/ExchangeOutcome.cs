namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>What became of a batch.</summary>
public enum ExchangeOutcome
{
    /// <summary>Committed: effect, inbox and cursor.</summary>
    Applied,

    /// <summary>The consumer threw; nothing was committed. Halve the batch, or dead-letter its one event.</summary>
    Failed,

    /// <summary>The database was in the way; nothing was committed. Try again later, unchanged.</summary>
    TryLater,

    /// <summary>The arrow is paused; nothing was committed.</summary>
    Paused,

    /// <summary>The source was restored: the cursor went back to the start, and the inbox will sort out what was applied before. Read again.</summary>
    Rewound,
}
