using System.Globalization;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Decides by age in years, or by the register's age band when only that may be seen.</summary>
public static class Ages
{
    public const int Capacity = 8;
    public const int Adulthood = 18;

    public static AgeRule Of(int? years, bool guardianConsent) => years switch
    {
        null => AgeRule.Unknown,
        < Capacity => AgeRule.TooYoung,
        < Adulthood => guardianConsent ? AgeRule.Minor : AgeRule.ConsentMissing,
        _ => AgeRule.Adult,
    };

    /// <summary>By the lowest age of the band: the careful side decides.</summary>
    public static AgeRule OfBand(string? band, bool guardianConsent) => Of(Lowest(band), guardianConsent);

    /// <summary>Full years on a day; who is born on 29 February has the birthday on 1 March of other years.</summary>
    public static int YearsOn(DateOnly birth, DateOnly day)
    {
        var years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }

    private static int? Lowest(string? band)
    {
        var digits = new string([.. (band ?? "").TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var lowest) ? lowest : null;
    }
}
