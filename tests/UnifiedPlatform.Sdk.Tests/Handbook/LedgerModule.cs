using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Tests.Handbook;

/// <summary>The module of the first hour: the template with every option on, under the name Ledger. What the template itself builds and tests is built and tested by the tests of the kit.</summary>
internal static partial class LedgerModule
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "template");
    private static readonly string[] Off = ["!", "withTodayPage"];

    /// <summary>Files by their path in the solution's folder.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/Today", StringComparison.Ordinal) && !file.Contains("/.template.config/", StringComparison.Ordinal))
        .ToDictionary(file => Named(Path.GetRelativePath(Folder, file)), file => Named(Written(File.ReadAllText(file))), StringComparer.Ordinal);

    private static string Named(string text) => text.Replace("UnifiedModule", "Ledger", StringComparison.Ordinal).Replace("module-id", "ledger", StringComparison.Ordinal).Replace("module-publisher", "civil-affairs", StringComparison.Ordinal);

    // What the template engine leaves when every option is on.
    private static string Written(string text)
    {
        var kept = new Stack<bool>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Condition().Match(line) is not { Success: true } found)
            {
                if (kept.All(keep => keep)) lines.Add(line);
                continue;
            }
            switch (found.Groups[1].Value)
            {
                case "if": kept.Push(!Off.Any(off => found.Groups[2].Value.Contains(off, StringComparison.Ordinal))); break;
                case "else": kept.Push(!kept.Pop()); break;
                default: kept.Pop(); break;
            }
        }
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^\s*(?://|<!--)?#(if|else|endif)\b\s*(.*)$")]
    private static partial Regex Condition();
}
