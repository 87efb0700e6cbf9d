namespace UnifiedPlatform.Sdk.Calendar;

/// <summary>Working days of the business time zone with make-up days (调休). Knows some years and refuses the others; it never guesses.</summary>
/// <remarks>Source of the rule: 全国年节及纪念日放假办法 and the yearly notices of the State Council; handbook §3.3, §8.</remarks>
public interface IWorkCalendar
{
    /// <summary>Today in the business time zone.</summary>
    DateOnly Today { get; }

    /// <summary>The day of an instant in the business time zone.</summary>
    DateOnly DayOf(DateTimeOffset instant);

    /// <summary>Whether the year's holidays have been imported.</summary>
    bool Knows(int year);

    /// <summary>Whether the day is worked; null when its year is unknown.</summary>
    bool? IsWorkDay(DateOnly day);

    /// <summary>Number of work days d with <paramref name="after"/> &lt; d ≤ <paramref name="until"/>; null when a year on the way is unknown.</summary>
    int? CountWorkDays(DateOnly after, DateOnly until);

    /// <summary>The least day with <paramref name="workDays"/> work days after <paramref name="start"/> (start excluded, end included).</summary>
    DayResult AddWorkDays(DateOnly start, int workDays);
}
