namespace UnifiedPlatform.Faults.Worker;

/// <summary>What the worker is told.</summary>
/// <param name="Folder">Data directory.</param>
/// <param name="Acknowledged">File of the acknowledgements.</param>
/// <param name="Writers">Writers at once.</param>
/// <param name="PostgreSql">Connection string; null: SQLite files.</param>
/// <param name="Broken">Whether to consume the usual broken way: effect first, cursor in a second transaction.</param>
/// <param name="DieBeforeCursor">In the broken way: which batch to die at, between its two transactions.</param>
internal sealed record WorkerOptions(string Folder, string Acknowledged, int Writers, string? PostgreSql, bool Broken, int DieBeforeCursor)
{
    public IEnumerable<string> ToArguments() =>
        [Folder, Acknowledged, Writers.ToString(System.Globalization.CultureInfo.InvariantCulture), PostgreSql ?? "", Broken ? "broken" : "sound", DieBeforeCursor.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    public static WorkerOptions Parse(string[] args) => new(
        args[0], args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture), args[3].Length > 0 ? args[3] : null, args[4] == "broken",
        int.Parse(args[5], System.Globalization.CultureInfo.InvariantCulture));
}
