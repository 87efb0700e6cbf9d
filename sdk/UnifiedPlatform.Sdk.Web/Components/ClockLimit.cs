namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>One of the two limits of a case.</summary>
/// <param name="Title">Which limit: <c>承诺5个工作日</c>.</param>
/// <param name="Day">Its date; null: the calendar does not reach it.</param>
/// <param name="Words">Words instead of an unknown date.</param>
/// <param name="Left">Working days left or over, in words; null: not said.</param>
public sealed record ClockLimit(string Title, DateOnly? Day, string? Words = null, string? Left = null);
