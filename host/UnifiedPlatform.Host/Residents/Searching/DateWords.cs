using System.Globalization;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Writes the dates of a query as eight digits and its years as four, however they were typed: 1980-3-12, 1980/03/12, 1980年3月12日, 1980年.</summary>
internal static partial class DateWords
{
    public static string Joined(string typed) => Year().Replace(Date().Replace(typed, m =>
        string.Create(CultureInfo.InvariantCulture, $" {m.Groups[1].Value}{m.Groups[2].Value.PadLeft(2, '0')}{m.Groups[3].Value.PadLeft(2, '0')} ")), " $1 ");

    [GeneratedRegex(@"(?<![0-9])([12][0-9]{3})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?![0-9])")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![0-9])([12][0-9]{3})年(?:生|出生)?(?![0-9])")]
    private static partial Regex Year();
}
