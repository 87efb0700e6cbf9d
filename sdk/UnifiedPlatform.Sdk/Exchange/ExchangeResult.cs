namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>What became of a batch, counted.</summary>
/// <param name="Outcome">Outcome.</param>
/// <param name="Position">Position of the cursor after it.</param>
/// <param name="Applied">Events whose effect was committed.</param>
/// <param name="Duplicate">Events applied before.</param>
/// <param name="Dead">Events dead-lettered or parked.</param>
/// <param name="Error">Type of the failure; null: none. Messages may hold personal data and stay out.</param>
public sealed record ExchangeResult(ExchangeOutcome Outcome, long Position, int Applied, int Duplicate, int Dead, string? Error);
