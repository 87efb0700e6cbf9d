using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace UnifiedPlatform.Sdk.Analyzers.Text;

/// <summary>Holds the resource files of one project against each other.</summary>
internal static class TextRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyCollection<TextFile> files)
    {
        foreach (var broken in files.Where(file => file.BrokenLine is not null))
            yield return At(TextProblem.NotFlat, broken.Path, broken.BrokenLine!.Value, Name(broken.Path)); // filtered above

        var chinese = Entries(files, true);
        var english = Entries(files, false);
        foreach (var problem in Twice(chinese, "Chinese").Concat(Twice(english, "English")).Concat(Missing(chinese, english, "English")).Concat(Missing(english, chinese, "Chinese")))
            yield return problem;
        foreach (var problem in SameConstant(chinese).Concat(Holes(chinese, english)))
            yield return problem;
    }

    private static List<TextEntry> Entries(IEnumerable<TextFile> files, bool chinese) => [.. files.Where(file => file.Chinese == chinese).SelectMany(file => file.Entries)];

    private static IEnumerable<Diagnostic> Twice(List<TextEntry> entries, string language) =>
        from same in entries.GroupBy(entry => entry.Key)
        from again in same.Skip(1)
        select At(TextProblem.Twice, again.Path, again.Line, again.Key, language, Name(same.First().Path));

    private static IEnumerable<Diagnostic> Missing(List<TextEntry> from, List<TextEntry> to, string language)
    {
        var there = new HashSet<string>(to.Select(entry => entry.Key));
        return from.Where(entry => !there.Contains(entry.Key)).Select(entry => At(TextProblem.Missing, entry.Path, entry.Line, entry.Key, language));
    }

    private static IEnumerable<Diagnostic> SameConstant(List<TextEntry> entries) =>
        from same in entries.GroupBy(entry => TextKeysGenerator.ConstantOf(entry.Key))
        from other in same.Where(entry => entry.Key != same.First().Key)
        select At(TextProblem.SameConstant, other.Path, other.Line, same.First().Key, other.Key, same.Key);

    private static IEnumerable<Diagnostic> Holes(List<TextEntry> chinese, List<TextEntry> english) =>
        from zh in chinese
        join en in english on zh.Key equals en.Key
        let inChinese = HolesOf(zh.Value)
        let inEnglish = HolesOf(en.Value)
        where inChinese != inEnglish
        select At(TextProblem.Holes, en.Path, en.Line, zh.Key, inChinese, inEnglish);

    private static string HolesOf(string text)
    {
        var holes = string.Join(" ", Regex.Matches(text, @"\{(\d+)").Cast<Match>().Select(match => "{" + match.Groups[1].Value + "}").Distinct().OrderBy(hole => hole, StringComparer.Ordinal));
        return holes.Length == 0 ? "none" : holes;
    }

    private static Diagnostic At(DiagnosticDescriptor rule, string path, int line, params object[] arguments)
    {
        var position = new LinePosition(line - 1, 0);
        return Diagnostic.Create(rule, Location.Create(path, default, new LinePositionSpan(position, position)), arguments);
    }

    private static string Name(string path) => Path.GetFileName(path);
}
