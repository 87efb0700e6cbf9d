namespace UnifiedPlatform.Sdk.Tests.Handbook;

/// <summary>A fenced block of a page of the handbook.</summary>
/// <param name="Page">Name of the page.</param>
/// <param name="Line">Line of its first line, from 1.</param>
/// <param name="Language">First word behind the fence.</param>
/// <param name="Source">Second word: the file it is taken from; null: it stands alone.</param>
/// <param name="Text">Contents.</param>
internal sealed record Fence(string Page, int Line, string Language, string? Source, string Text)
{
    private const string Mark = "```";

    public IEnumerable<string> Lines => Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    public override string ToString() => $"{Page}:{Line}";

    public static IReadOnlyList<Fence> Of(string page, string text)
    {
        var fences = new List<Fence>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith(Mark, StringComparison.Ordinal)) continue;
            var end = Array.FindIndex(lines, at + 1, line => line.StartsWith(Mark, StringComparison.Ordinal));
            if (end < 0) throw new InvalidDataException($"{page}:{at + 1} opens a block and never closes it.");
            var words = lines[at][Mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            fences.Add(new Fence(page, at + 2, words.FirstOrDefault() ?? "", words.ElementAtOrDefault(1), string.Join('\n', lines[(at + 1)..end])));
            at = end;
        }
        return fences;
    }
}
