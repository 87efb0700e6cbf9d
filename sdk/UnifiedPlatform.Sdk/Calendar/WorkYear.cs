using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace UnifiedPlatform.Sdk.Calendar;

/// <summary>What of one year differs from Monday to Friday.</summary>
/// <param name="Year">The year.</param>
/// <param name="Off">Weekdays that are off.</param>
/// <param name="Worked">Weekend days that are worked (调休).</param>
public sealed record WorkYear(int Year, IReadOnlySet<DateOnly> Off, IReadOnlySet<DateOnly> Worked)
{
    /// <summary>The years shipped with the SDK, each by the State Council's notice.</summary>
    public static IReadOnlyList<WorkYear> Shipped { get; } = ReadShipped();

    /// <summary>Whether a day of the year is worked.</summary>
    public bool IsWorked(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Worked.Contains(day) : !Off.Contains(day);

    private static WorkYear[] ReadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("work-days.json")
            ?? throw new InvalidOperationException("The SDK was built without its calendar.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("years").EnumerateObject().Select(year =>
            new WorkYear(int.Parse(year.Name, CultureInfo.InvariantCulture), Days(year, "off"), Days(year, "worked")))];
    }

    private static HashSet<DateOnly> Days(JsonProperty year, string name) =>
        [.. year.Value.GetProperty(name).EnumerateArray().Select(day => DateOnly.ParseExact($"{year.Name}-{day.GetString()}", "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
