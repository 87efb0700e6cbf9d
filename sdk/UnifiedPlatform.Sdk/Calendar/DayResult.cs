namespace UnifiedPlatform.Sdk.Calendar;

/// <summary>A computed day, or the year whose calendar is missing.</summary>
/// <param name="Day">The day; null when the calendar does not reach it.</param>
/// <param name="MissingYear">The first missing year; null when <paramref name="Day"/> is set.</param>
/// <param name="Reached">Work days that could be counted before the calendar ended.</param>
public readonly record struct DayResult(DateOnly? Day, int? MissingYear, int Reached);
