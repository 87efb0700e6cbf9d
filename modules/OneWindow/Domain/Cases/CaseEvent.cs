namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>One line of a case's log.</summary>
/// <param name="Seq">Position from 1.</param>
/// <param name="Kind">One of <see cref="EventKinds"/>, or a kind of a newer writer.</param>
/// <param name="OnDay">Day of the act in the business time zone.</param>
/// <param name="At">Instant of the act.</param>
/// <param name="Actor">Account; empty: the platform.</param>
/// <param name="OnBehalf">Resident for whom the actor acted.</param>
/// <param name="Org">Organisation of the actor.</param>
/// <param name="PartKey">Part the event is about.</param>
/// <param name="Key">Unique in the case: the same thing never happens twice.</param>
/// <param name="Data">What it carries.</param>
public sealed record CaseEvent(int Seq, string Kind, DateOnly OnDay, DateTimeOffset At, Guid Actor, Guid? OnBehalf, string? Org, string? PartKey, string Key, EventData Data);
