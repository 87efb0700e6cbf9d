using System.Globalization;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Dates, moments, durations and numbers as screens and paper show them, in the reader's language and the business time zone.</summary>
public sealed class Formats(ITexts texts, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    /// <summary>Formats of the frame.</summary>
    public Formats(IShell shell) : this(shell?.Texts ?? throw new ArgumentNullException(nameof(shell)), shell.TimeZone, shell.Now)
    {
    }

    /// <summary>Date on screen: <c>9月24日 周四</c>, <c>Thu 24 Sep</c>; in another year <c>2025年12月4日</c>, <c>4 Dec 2025</c>.</summary>
    public string Day(DateOnly day) => day.Year == _today.Year
        ? texts.Format(Words.Day, Month(day), day.Day, Weekday(day))
        : DayFull(day);

    /// <summary>Date on paper and of birth: <c>2026年9月24日</c>, <c>24 Sep 2026</c>.</summary>
    public string DayFull(DateOnly day) => texts.Format(Words.DayOtherYear, Year(day.Year), Month(day), day.Day);

    /// <summary>Date in files and date fields: <c>2026-09-24</c>.</summary>
    public static string DayIso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Day of the week: <c>周四</c>, <c>Thu</c>.</summary>
    public string Weekday(DateOnly day) => texts[Words.Weekdays[(int)day.DayOfWeek]];

    /// <summary>Moment on screen: <c>今天09:42</c>, <c>9月18日 09:42</c>, <c>18 Sep, 09:42</c>.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (day == _today) return texts.Format(Words.Today, clock);
        if (day == _today.AddDays(-1)) return texts.Format(Words.Yesterday, clock);
        return day.Year == _today.Year
            ? texts.Format(Words.MomentOf, Month(day), day.Day, clock)
            : texts.Format(Words.MomentOtherYear, Year(day.Year), Month(day), day.Day, clock);
    }

    /// <summary>Moment on paper and in files: <c>2026-09-18 09:42</c>.</summary>
    public string MomentIso(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Value of <c>&lt;time datetime&gt;</c>, with the offset of the business time zone.</summary>
    public string Machine(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Duration in its largest fitting unit: <c>19毫秒</c>, <c>8秒</c>, <c>3小时</c>.</summary>
    public string Duration(TimeSpan duration) => duration.Duration() switch
    {
        { TotalMilliseconds: < 999.5 } => texts.Format(Words.Milliseconds, Rounded(duration.TotalMilliseconds)),
        { TotalSeconds: < 59.5 } => texts.Format(Words.Seconds, Rounded(duration.TotalSeconds)),
        { TotalMinutes: < 59.5 } => texts.Format(Words.Minutes, Rounded(duration.TotalMinutes)),
        { TotalHours: < 47.5 } => texts.Format(Words.Hours, Rounded(duration.TotalHours)),
        _ => texts.Format(Words.Days, Rounded(duration.TotalDays)),
    };

    /// <summary>Number with thousands: <c>8,012</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Number with decimals as given: <c>24.8</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.###", CultureInfo.InvariantCulture);

    /// <summary>Money in yuan: <c>1,260.00元</c>, <c>¥1,260.00</c>.</summary>
    public string Money(decimal yuan) => texts.Format(Words.Money, yuan.ToString("#,##0.00", CultureInfo.InvariantCulture));

    /// <summary>Working days left until a limit: <c>剩3个工作日</c>, <c>今天到期</c>.</summary>
    public string DaysLeft(int workDays) => workDays switch
    {
        <= 0 => texts[Words.DueToday],
        1 => texts[Words.DayLeft],
        _ => texts.Format(Words.DaysLeft, workDays),
    };

    /// <summary>Working days past a limit: <c>超承诺3日</c>, <c>超法定1日</c>.</summary>
    public string DaysOver(int workDays, bool law) => texts.Format(law ? Words.PastLaw : Words.PastPromise, workDays);

    /// <summary>Words for a date that the calendar does not reach.</summary>
    public string CalendarMissing(int year) => texts.Format(Words.CalendarMissing, Year(year));

    private string Month(DateOnly day) => texts[Words.Months].Split(' ')[day.Month - 1];

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Rounded(double value) => Math.Round(value).ToString("N0", CultureInfo.InvariantCulture);
}
