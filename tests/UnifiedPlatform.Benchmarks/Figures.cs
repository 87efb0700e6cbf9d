using System.Globalization;

namespace UnifiedPlatform.Benchmarks;

/// <summary>Runs the sets whose names were asked for and prints <c>figure NAME VALUE UNIT</c>, and nothing else: a host in this process keeps its console to itself.</summary>
internal static class Figures
{
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif
    private static readonly TextWriter Output = Console.Out;
    private static string[] _prefixes = [];

    public static async Task<int> RunAsync(string[] prefixes, IReadOnlyList<IFigureSet> sets)
    {
        _prefixes = prefixes;
        var chosen = sets.Where(set => set.Names.Any(Wanted)).ToArray();
        if (chosen.Length == 0)
        {
            await Console.Error.WriteLineAsync($"No figure begins with {string.Join(" or ", prefixes)}. Known: {string.Join(' ', sets.SelectMany(set => set.Names))}");
            return 2;
        }
        Console.SetOut(TextWriter.Null);
        foreach (var set in chosen) await set.MeasureAsync(Wanted, CancellationToken.None);
        return 0;
    }

    /// <summary>Prints a figure if it was asked for: a set may know more than that when it has measured.</summary>
    public static void Print(string name, double value, string unit)
    {
        if (Wanted(name)) Output.WriteLine($"figure {name} {value.ToString("0.###", CultureInfo.InvariantCulture)} {unit}");
    }

    /// <summary>Says that a figure needs a server that no variable of the tests names.</summary>
    public static void Skip(string name)
    {
        if (Wanted(name)) Output.WriteLine($"figure {name} skipped");
    }

    private static bool Wanted(string name) => _prefixes.Length == 0 || _prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
