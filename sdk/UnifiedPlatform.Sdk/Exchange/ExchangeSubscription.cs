namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>A topic a target reads.</summary>
/// <param name="Topic">Topic name, or <c>*.x</c> for that topic of every module.</param>
/// <param name="Cron">Cron of the scheduled pull.</param>
public sealed record ExchangeSubscription(string Topic, string Cron);
