namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Every limit of the item.</summary>
public sealed record ItemClocks(
    Clock Promised, IReadOnlyList<StepClock> Steps, IReadOnlyList<PauseRule> Pause, ColourRule Colour,
    Clock? Statutory = null, Clock? Notice = null, Clock? Supplement = null, Clock? Issue = null, ExtendRule? Extend = null);

public sealed record Clock(Limit Limit, ClockAnchor From, string Law);

public enum ClockAnchor
{
    Received,
    Accepted,
    Decided,
    CorrectionAsked,
}

public sealed record StepClock(string Key, Limit Limit, string From, string Until, string Law);

public sealed record PauseRule(string Reason, DocumentKind Document, Limit Cap, string Law);

public sealed record ColourRule(int YellowPercent, int YellowDays);

public sealed record ExtendRule(int Times, string By, Limit Add, IReadOnlyList<ExtendedClock> Moves, string Law);

public enum ExtendedClock
{
    Promised,
    Statutory,
}
