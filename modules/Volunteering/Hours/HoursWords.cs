using System.Globalization;

namespace UnifiedPlatform.Volunteering.Hours;

internal static class HoursWords
{
    /// <summary>Hours with one decimal (handbook §4.2); rounding is of the display only.</summary>
    public static string Of(int minutes) => (minutes / 60m).ToString("0.0", CultureInfo.InvariantCulture);
}
