namespace UnifiedPlatform.Host.Exchange;

/// <summary>Why a dead letter is given up.</summary>
/// <param name="Note">Note in words, without personal data.</param>
public sealed record DiscardRequest(string Note);
