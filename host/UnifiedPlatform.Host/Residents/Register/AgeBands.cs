namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Bands of ages on which rights and lists depend.</summary>
public static class AgeBands
{
    private static readonly (int From, string Band)[] Bands =
        [(90, "90+"), (80, "80-89"), (70, "70-79"), (60, "60-69"), (50, "50-59"), (40, "40-49"), (30, "30-39"), (18, "18-29"), (14, "14-17"), (0, "0-13")];

    /// <summary>Full years on a day.</summary>
    public static int Years(DateOnly birth, DateOnly today) =>
        today.Year - birth.Year - (today.Month < birth.Month || (today.Month == birth.Month && today.Day < birth.Day) ? 1 : 0);

    /// <summary>The band on a day.</summary>
    public static string On(DateOnly birth, DateOnly today) => Array.Find(Bands, b => b.From <= Math.Max(0, Years(birth, today))).Band;

    /// <summary>Ages at which the band turns.</summary>
    public static IReadOnlyList<int> Turns { get; } = [.. Bands.Where(b => b.From > 0).Select(b => b.From)];
}
