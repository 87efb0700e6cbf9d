using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.Sdk.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly WorkCalendar Calendar = new(TimeProvider.System, China, WorkYear.Shipped);

    [Theory]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    [InlineData("2026-02-14", 20, "2026-03-20")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-09-18", 20, "2026-10-22")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-01-05", 45, "2026-03-13")]
    [InlineData("2026-01-05", 60, "2026-04-03")]
    [InlineData("2025-01-24", 5, "2025-02-07")]
    [InlineData("2025-09-26", 20, "2025-10-30")]
    [InlineData("2025-09-26", 45, "2025-12-04")]
    [InlineData("2024-09-13", 5, "2024-09-23")]
    [InlineData("2026-09-14", 10, "2026-09-28")]
    [InlineData("2026-09-18", 10, "2026-10-09")]
    [InlineData("2026-09-14", 20, "2026-10-16")]
    [InlineData("2026-03-02", 10, "2026-03-16")]
    [InlineData("2026-05-06", 20, "2026-06-02")]
    [InlineData("2026-06-15", 20, "2026-07-14")]
    [InlineData("2026-09-28", 5, "2026-10-10")]
    [InlineData("2026-09-28", 20, "2026-10-30")]
    [InlineData("2026-10-08", 8, "2026-10-19")]
    [InlineData("2026-10-08", 20, "2026-11-04")]
    [InlineData("2026-09-29", 12, "2026-10-21")]
    [InlineData("2026-09-29", 20, "2026-11-02")]
    [InlineData("2026-12-21", 8, "2026-12-31")]
    [InlineData("2026-12-21", 0, "2026-12-21")]
    public void Working_days_are_added_as_the_handbook_says(string start, int workDays, string end)
    {
        Assert.Equal(new DayResult(Day(end), null, workDays), Calendar.AddWorkDays(Day(start), workDays));
        Assert.Equal(workDays, Calendar.CountWorkDays(Day(start), Day(end)));
    }

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_working_days(int year, int expected) =>
        Assert.Equal(expected, Calendar.CountWorkDays(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Fact]
    public void Every_month_of_2026_has_its_working_days()
    {
        var months = Enumerable.Range(1, 12).Select(month => Calendar.CountWorkDays(new DateOnly(2026, month, 1).AddDays(-1), new DateOnly(2026, month, 1).AddMonths(1).AddDays(-1)));

        Assert.Equal([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23], months);
    }

    [Theory]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-10", false)]
    [InlineData("2024-02-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-19", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2025-10-08", false)]
    public void Make_up_days_are_worked_and_holidays_are_not(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkDay(Day(day)));

    [Fact]
    public void A_year_that_is_not_published_is_refused_and_told_never_guessed()
    {
        Assert.False(Calendar.Knows(2027));
        Assert.Null(Calendar.IsWorkDay(Day("2027-01-04")));
        Assert.Null(Calendar.CountWorkDays(Day("2026-12-21"), Day("2027-01-04")));
        Assert.Equal(new DayResult(null, 2027, 8), Calendar.AddWorkDays(Day("2026-12-21"), 20));
        Assert.Equal(new DayResult(null, 2027, 0), Calendar.AddWorkDays(Day("2026-12-31"), 1));
        Assert.Equal(new DayResult(null, 2028, 0), Calendar.AddWorkDays(Day("2028-03-01"), 1));
    }

    [Fact]
    public void A_gap_between_known_years_is_a_missing_year()
    {
        var gap = new WorkCalendar(TimeProvider.System, China, WorkYear.Shipped.Where(year => year.Year is 2024 or 2026));

        Assert.Null(gap.CountWorkDays(Day("2024-12-30"), Day("2026-01-05")));
        Assert.Equal(new DayResult(null, 2025, 1), gap.AddWorkDays(Day("2024-12-30"), 2));
        Assert.True(gap.Knows(2026));
    }

    [Theory]
    [InlineData("2026-04-29T16:30:00Z", "2026-04-30")]
    [InlineData("2026-04-29T15:59:59Z", "2026-04-29")]
    public void A_day_is_the_day_in_the_business_time_zone(string instant, string day)
    {
        var calendar = new WorkCalendar(new Stopped(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)), China, WorkYear.Shipped);

        Assert.Equal(Day(day), calendar.Today);
    }

    [Fact]
    public void Counts_add_up_and_adding_is_the_inverse_of_counting() => Prop.ForAll(
        (from start in Gen.Choose(Day("2004-01-01").DayNumber, Day("2026-12-30").DayNumber)
         from middle in Gen.Choose(start, Day("2026-12-31").DayNumber)
         from end in Gen.Choose(middle, Day("2026-12-31").DayNumber)
         select (A: DateOnly.FromDayNumber(start), B: DateOnly.FromDayNumber(middle), C: DateOnly.FromDayNumber(end))).ToArbitrary(),
        x => Calendar.CountWorkDays(x.A, x.B) + Calendar.CountWorkDays(x.B, x.C) == Calendar.CountWorkDays(x.A, x.C)
            && Calendar.CountWorkDays(x.A, x.C) == Enumerable.Range(1, x.C.DayNumber - x.A.DayNumber).Count(i => Calendar.IsWorkDay(x.A.AddDays(i)) is true)
            && (Calendar.CountWorkDays(x.A, x.C) is 0 || (Calendar.AddWorkDays(x.A, Calendar.CountWorkDays(x.A, x.C)!.Value).Day is { } day && day <= x.C && Calendar.IsWorkDay(day) is true
                && Calendar.CountWorkDays(day, x.C) is 0))).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
