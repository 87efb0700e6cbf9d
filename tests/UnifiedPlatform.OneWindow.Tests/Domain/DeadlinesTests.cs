using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Tests.Support;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

public sealed class DeadlinesTests
{
    private static readonly TestCalendar Calendar = new();

    [Theory]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    [InlineData("2026-02-14", 20, "2026-03-20")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-09-18", 20, "2026-10-22")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-01-05", 45, "2026-03-13")]
    [InlineData("2026-01-05", 60, "2026-04-03")]
    public void Work_days_follow_the_published_vectors(string from, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due), Calendar.Add(DateOnly.Parse(from), new Limit(days, LimitUnit.WorkDay)).Due);

    [Theory]
    [InlineData("2026-09-24", 7, LimitUnit.CalendarDay, "2026-10-08")]
    [InlineData("2026-09-18", 15, LimitUnit.CalendarDay, "2026-10-08")]
    [InlineData("2026-01-31", 1, LimitUnit.Month, "2026-02-28")]
    public void Calendar_units_end_on_a_work_day(string from, int n, LimitUnit unit, string due) =>
        Assert.Equal(DateOnly.Parse(due), Calendar.Add(DateOnly.Parse(from), new Limit(n, unit)).Due);

    [Fact]
    public void A_missing_year_gives_no_date_but_the_earliest_possible_one()
    {
        var dates = Calendar.Add(new DateOnly(2026, 12, 21), new Limit(20, LimitUnit.WorkDay));

        Assert.Equal(new ClockDates(null, 2027, new DateOnly(2027, 1, 12)), dates);
        Assert.Equal(new DateOnly(2026, 12, 31), Calendar.Add(new DateOnly(2026, 12, 21), new Limit(8, LimitUnit.WorkDay)).Due);
    }

    [Fact]
    public void The_light_turns_yellow_then_orange_then_red()
    {
        var (start, limit, rule) = (new DateOnly(2026, 9, 14), new Limit(10, LimitUnit.WorkDay), new ColourRule(30, 2));
        var promised = Calendar.Add(start, limit).Due;
        var statutory = Calendar.Add(start, new Limit(20, LimitUnit.WorkDay)).Due;
        var yellow = Calendar.YellowOn(start, promised, limit, rule);

        Assert.Equal(new DateOnly(2026, 9, 28), promised);
        Assert.Equal(new DateOnly(2026, 9, 22), yellow);
        Assert.Equal(Colour.Green, Colours.On(new DateOnly(2026, 9, 21), yellow, promised, statutory));
        Assert.Equal(Colour.Yellow, Colours.On(new DateOnly(2026, 9, 28), yellow, promised, statutory));
        Assert.Equal(Colour.Orange, Colours.On(new DateOnly(2026, 9, 29), yellow, promised, statutory));
        Assert.Equal(Colour.Red, Colours.On(statutory!.Value.AddDays(1), yellow, promised, statutory));
        Assert.Equal(Colour.Grey, Colours.On(new DateOnly(2026, 12, 30), null, null, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    public void No_promise_is_born_yellow_or_turns_after_its_last_day(int days)
    {
        for (var start = new DateOnly(2026, 1, 1); start < new DateOnly(2026, 11, 1); start = start.AddDays(1))
        {
            var due = Calendar.Add(start, new Limit(days, LimitUnit.WorkDay)).Due;
            var yellow = Calendar.YellowOn(start, due, new Limit(days, LimitUnit.WorkDay), new ColourRule(30, 2));
            Assert.True(yellow > start && yellow <= due);
        }
    }
}
