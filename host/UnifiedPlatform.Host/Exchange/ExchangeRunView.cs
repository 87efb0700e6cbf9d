namespace UnifiedPlatform.Host.Exchange;

/// <summary>One run of an arrow that read something or failed.</summary>
/// <param name="Consumer">Owner of the inbox.</param>
/// <param name="Source">Owner of the outbox.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="At">When.</param>
/// <param name="FromPosition">First position read.</param>
/// <param name="ToPosition">Last position applied.</param>
/// <param name="Read">Events read.</param>
/// <param name="Applied">Events applied.</param>
/// <param name="Duplicate">Events applied before.</param>
/// <param name="Dead">Events dead-lettered or parked.</param>
/// <param name="LagSeconds">Age of the oldest event read.</param>
/// <param name="Error">Type of the failure; null: none.</param>
/// <param name="TraceId">Trace; null: none.</param>
public sealed record ExchangeRunView(
    string Consumer, string Source, string Topic, DateTimeOffset At, long FromPosition, long ToPosition, int Read, int Applied, int Duplicate, int Dead, double LagSeconds, string? Error, string? TraceId);
