using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>The calendar of 2026 and no other year.</summary>
public sealed class TestCalendar(DateOnly today) : IWorkCalendar
{
    private static readonly (string From, string To)[] Off =
        [("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"), ("06-19", "06-21"), ("09-25", "09-27"), ("10-01", "10-07")];

    private static readonly string[] MakeUp = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];

    public TestCalendar() : this(new DateOnly(2026, 11, 2)) { }

    public DateOnly Today { get; set; } = today;

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public bool Knows(int year) => year == 2026;

    public bool? IsWorkDay(DateOnly day)
    {
        if (day.Year != 2026) return null;
        var text = day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (MakeUp.Contains(text)) return true;
        if (Off.Any(range => string.CompareOrdinal(text, range.From) >= 0 && string.CompareOrdinal(text, range.To) <= 0)) return false;
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    public int? CountWorkDays(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (IsWorkDay(day) is not { } worked) return null;
            if (worked) count++;
        }
        return count;
    }

    public DayResult AddWorkDays(DateOnly start, int workDays)
    {
        var reached = 0;
        for (var day = start.AddDays(1); ; day = day.AddDays(1))
        {
            if (IsWorkDay(day) is not { } worked) return new DayResult(null, day.Year, reached);
            if (worked && ++reached == workDays) return new DayResult(day, null, reached);
        }
    }
}
