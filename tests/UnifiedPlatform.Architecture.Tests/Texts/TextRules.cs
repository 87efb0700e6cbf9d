using System.Text.RegularExpressions;

namespace UnifiedPlatform.Architecture.Tests.Texts;

/// <summary>How words are written on screen and paper (screens reference, section 8).</summary>
internal static partial class TextRules
{
    /// <summary>What is wrong with a Chinese text; empty: nothing.</summary>
    public static IEnumerable<string> Chinese(string text)
    {
        if (AsciiPunctuation().IsMatch(text)) yield return "a half-width comma, semicolon, colon or question mark between Han";
        if (SpaceBeforeDigit().IsMatch(text)) yield return "a space between Han and digits";
        if (CornerQuotes().IsMatch(text)) yield return "corner quotes; write “ ”";
        if (text.Contains('！', StringComparison.Ordinal) || text.Contains('!', StringComparison.Ordinal)) yield return "an exclamation mark";
        if (FullWidthDigits().IsMatch(text)) yield return "full-width digits";
    }

    /// <summary>What is wrong with an English text; empty: nothing.</summary>
    public static IEnumerable<string> English(string text)
    {
        if (Courtesy().IsMatch(text)) yield return "“please” or “successfully”";
        if (text.Contains('!', StringComparison.Ordinal)) yield return "an exclamation mark";
        // A name given as an example stays as it is written; a text that is mostly Han was never translated.
        if (Han().Count(text) * 3 > text.Count(char.IsAsciiLetter)) yield return "Han in an English text";
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:?]\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex AsciiPunctuation();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs} +[0-9]|[0-9] +\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex SpaceBeforeDigit();

    [GeneratedRegex("[「」『』]")]
    private static partial Regex CornerQuotes();

    [GeneratedRegex("[０-９]")]
    private static partial Regex FullWidthDigits();

    [GeneratedRegex(@"\b(please|successfully)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
