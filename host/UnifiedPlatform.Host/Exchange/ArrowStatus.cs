namespace UnifiedPlatform.Host.Exchange;

/// <summary>How an arrow is doing (contracts.md §5).</summary>
/// <param name="Source">Owner of the outbox.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Consumer">Owner of the inbox.</param>
/// <param name="Position">Position applied.</param>
/// <param name="Head">Newest position of the source.</param>
/// <param name="LagSeconds">Age of the oldest event not applied; 0: none waits.</param>
/// <param name="Backlog">Events not applied.</param>
/// <param name="DeadLetters">Open dead letters.</param>
/// <param name="LastSuccess">When the arrow was last found empty or moved on; null: not yet.</param>
/// <param name="Paused">Whether an administrator paused it.</param>
/// <param name="LastError">Type of the last failure; null: none since the last success.</param>
public sealed record ArrowStatus(
    string Source, string Topic, string Consumer, long Position, long Head, double LagSeconds, long Backlog, long DeadLetters, DateTimeOffset? LastSuccess, bool Paused, string? LastError);
