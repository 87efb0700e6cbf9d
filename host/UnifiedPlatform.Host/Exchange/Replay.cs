namespace UnifiedPlatform.Host.Exchange;

/// <summary>What became of a replay.</summary>
/// <param name="Applied">Events applied: the dead letter and what was parked behind it.</param>
/// <param name="Error">Type of the failure that stopped it; null: none.</param>
public sealed record Replay(int Applied, string? Error);
