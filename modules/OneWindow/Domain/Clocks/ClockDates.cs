namespace UnifiedPlatform.OneWindow.Domain.Clocks;

/// <summary>A computed deadline. Without a calendar for its year it is not known, and only the earliest possible day is said.</summary>
/// <param name="Due">Last day; null: the calendar does not reach it.</param>
/// <param name="MissingYear">The year to import; null when <paramref name="Due"/> is known.</param>
/// <param name="NotBefore">The day it cannot come before (every day counted as worked).</param>
public sealed record ClockDates(DateOnly? Due, int? MissingYear, DateOnly NotBefore);
