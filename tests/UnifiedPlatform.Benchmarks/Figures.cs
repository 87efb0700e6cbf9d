using System.Globalization;

namespace UnifiedPlatform.Benchmarks;

/// <summary>Runs the sets whose names were asked for and prints <c>figure NAME VALUE UNIT</c>.</summary>
internal static class Figures
{
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    public static async Task<int> RunAsync(string[] prefixes, IReadOnlyList<IFigureSet> sets)
    {
        bool Wanted(string name) => prefixes.Length == 0 || prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        var chosen = sets.Where(set => set.Names.Any(Wanted)).ToArray();
        if (chosen.Length == 0)
        {
            await Console.Error.WriteLineAsync($"No figure begins with {string.Join(" or ", prefixes)}. Known: {string.Join(' ', sets.SelectMany(set => set.Names))}");
            return 2;
        }
        foreach (var set in chosen) await set.MeasureAsync(Wanted, CancellationToken.None);
        return 0;
    }

    public static void Print(string name, double value, string unit) =>
        Console.WriteLine($"figure {name} {value.ToString("0.###", CultureInfo.InvariantCulture)} {unit}");

    /// <summary>Says that a figure needs a server that <c>UNIFIED_TEST_POSTGRESQL</c> does not name.</summary>
    public static void Skip(string name) => Console.WriteLine($"figure {name} skipped");
}
