using System.Text;

namespace UnifiedPlatform.Host.Shell.Assets;

/// <summary>Strips comments and white space from our own stylesheet and script; strings stay as they are.</summary>
internal static class AssetText
{
    private const string StylePunctuation = "{};,>";
    private const string ScriptPunctuation = "{}();,=<>?:&|+![]";

    public static string Style(string source) => Strip(source, StylePunctuation, lineComments: false);

    public static string Script(string source) => Strip(source, ScriptPunctuation, lineComments: true);

    private static string Strip(string source, string punctuation, bool lineComments)
    {
        var text = new StringBuilder(source.Length);
        var space = false;
        for (var i = 0; i < source.Length;)
        {
            var rest = source.AsSpan(i);
            if (rest.StartsWith("/*"))
            {
                i += rest.IndexOf("*/", StringComparison.Ordinal) + 2;
                space = true;
            }
            else if (lineComments && rest.StartsWith("//"))
            {
                i += rest.IndexOf('\n');
            }
            else if (char.IsWhiteSpace(source[i]))
            {
                space = true;
                i++;
            }
            else
            {
                if (space && text.Length > 0 && !punctuation.Contains(text[^1], StringComparison.Ordinal) && !punctuation.Contains(source[i], StringComparison.Ordinal)) text.Append(' ');
                space = false;
                var length = LiteralLength(rest, lineComments && (text.Length == 0 || "(,=:!&|?;{}".Contains(text[^1], StringComparison.Ordinal)));
                text.Append(rest[..length]);
                i += length;
            }
        }
        return text.ToString();
    }

    // A string, a template or (in a script, where a value may begin) a pattern is copied whole.
    private static int LiteralLength(ReadOnlySpan<char> text, bool patternMayBegin)
    {
        var end = text[0];
        if (end is not ('"' or '\'' or '`') && !(end == '/' && patternMayBegin)) return 1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == end) return i + 1;
        }
        throw new InvalidOperationException("An asset holds a string that does not end.");
    }
}
