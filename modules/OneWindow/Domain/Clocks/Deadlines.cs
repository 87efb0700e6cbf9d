using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.OneWindow.Domain.Clocks;

/// <summary>Adds limits to days. Start excluded, end included (民法典 201).</summary>
public static class Deadlines
{
    public static ClockDates Add(this IWorkCalendar calendar, DateOnly start, Limit limit) => limit.Unit switch
    {
        LimitUnit.WorkDay => AddWorkDays(calendar, start, limit.N),
        LimitUnit.CalendarDay => Forward(calendar, start.AddDays(limit.N)),
        LimitUnit.Month => Forward(calendar, start.AddMonths(limit.N)),
        LimitUnit.Year => Forward(calendar, start.AddYears(limit.N)),
        _ => new ClockDates(start, null, start),
    };

    /// <summary>Work days left until the deadline, negative when past; null when a year on the way is unknown.</summary>
    public static int? Remaining(this IWorkCalendar calendar, DateOnly today, DateOnly due) =>
        today <= due ? calendar.CountWorkDays(today, due) : -calendar.CountWorkDays(due, today);

    /// <summary>First day on which the light turns yellow: 30 % or min(2, limit − 1) work days left, whichever is earlier.</summary>
    public static DateOnly? YellowOn(this IWorkCalendar calendar, DateOnly start, DateOnly? due, Limit limit, ColourRule rule)
    {
        if (due is not { } last) return null;
        if (limit.Unit == LimitUnit.Hour) return last;
        var length = limit.Unit == LimitUnit.WorkDay ? limit.N : calendar.CountWorkDays(start, last);
        if (length is not { } days) return null;
        var warning = Math.Max(days * rule.YellowPercent / 100, Math.Min(rule.YellowDays, days - 1));
        return calendar.AddWorkDays(start, Math.Max(days - warning, 1)).Day;
    }

    private static ClockDates AddWorkDays(IWorkCalendar calendar, DateOnly start, int days)
    {
        var result = calendar.AddWorkDays(start, days);
        if (result.Day is { } due) return new ClockDates(due, null, due);
        var missing = result.MissingYear ?? start.Year;
        var known = new DateOnly(missing - 1, 12, 31);
        return new ClockDates(null, missing, (known > start ? known : start).AddDays(days - result.Reached));
    }

    private static ClockDates Forward(IWorkCalendar calendar, DateOnly day)
    {
        var at = day;
        while (true)
        {
            switch (calendar.IsWorkDay(at))
            {
                case true: return new ClockDates(at, null, at);
                case null: return new ClockDates(null, at.Year, at);
                default: at = at.AddDays(1); break;
            }
        }
    }
}
