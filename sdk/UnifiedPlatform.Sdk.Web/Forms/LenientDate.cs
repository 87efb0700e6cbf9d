using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>Reads a date as people type it: 2026-09-28, 20260928, 2026/9/28, 9.28, 9月28日, also in full-width digits.</summary>
public static partial class LenientDate
{
    /// <summary>Reads a date; without a year it is the year of <paramref name="today"/>.</summary>
    /// <param name="text">What was typed; white space around it is allowed.</param>
    /// <param name="today">Today in the business time zone.</param>
    /// <param name="day">The date.</param>
    /// <param name="fault">What is wrong; null when the date was read.</param>
    public static bool TryParse(string? text, DateOnly today, out DateOnly day, out DateFault? fault)
    {
        day = default;
        var match = Shape().Match((text ?? "").Trim().Normalize(NormalizationForm.FormKC));
        if (!match.Success)
        {
            fault = new DateFault(DateFaultKind.Unreadable, 0, 0, 0);
            return false;
        }
        var year = match.Groups["y"].Success ? Number(match, "y") : today.Year;
        var (month, dayOfMonth) = (Number(match, "m"), Number(match, "d"));
        fault = Fault(year, month, dayOfMonth);
        if (fault is not null) return false;
        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    private static DateFault? Fault(int year, int month, int day)
    {
        if (year is < 1800 or > 2999) return new DateFault(DateFaultKind.Unreadable, year, month, day);
        if (month is < 1 or > 12) return new DateFault(DateFaultKind.NoSuchMonth, year, month, day);
        return day < 1 || day > DateTime.DaysInMonth(year, month) ? new DateFault(DateFaultKind.NoSuchDay, year, month, day) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?:(?<y>[0-9]{4})\s*[-/.年]\s*)?(?<m>[0-9]{1,2})\s*[-/.月]\s*(?<d>[0-9]{1,2})\s*[日号]?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
