using System.Globalization;
using System.Text;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Forms in which texts are compared (resident-index.md §2). What people wrote is never changed by it.</summary>
public static class SearchText
{
    /// <summary>The one dot between the parts of a name (U+00B7).</summary>
    public const char Dot = '\u00B7';

    // The union of contracts.md §12: every dot a keyboard or an old file puts between the parts of a name.
    private const string Dots = "\u00B7\u2022\u30FB\u2027\u22C5\u2219\uFF0E\uFE52\uFF65";

    /// <summary>A name: composed, one dot, one blank between Latin words, Latin letters small, no invisible characters.</summary>
    public static string Name(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var runes = Fold(text);
        for (var i = 0; i < runes.Count; i++)
        {
            var rune = runes[i];
            var dot = Dots.Contains(rune.ToString(), StringComparison.Ordinal)
                || (rune.Value == '.' && i > 0 && i + 1 < runes.Count && IsHan(runes[i - 1]) && IsHan(runes[i + 1]));
            if (dot) folded.Append(Dot);
            else if (!Rune.IsWhiteSpace(rune)) folded.Append(rune.ToString());
            else if (folded.Length > 0 && folded[^1] is not (' ' or Dot)) folded.Append(' ');
        }
        return WithoutHanBlanks(folded.ToString().Trim(' ', Dot));
    }

    /// <summary>A name without its dots and blanks: what is compared with typed characters.</summary>
    public static string Bare(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Replace(Dot.ToString(), "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>An address cut into units: each Han character one, each run of digits or letters one. 栋 and 号楼 read 幢.</summary>
    public static IReadOnlyList<string> AddressUnits(string text)
    {
        var units = new List<string>();
        var run = new StringBuilder();
        var digits = false;
        foreach (var rune in Fold(text))
        {
            var isDigit = rune.Value is >= '0' and <= '9';
            var isLetter = rune.IsAscii && Rune.IsLetter(rune);
            if (run.Length > 0 && !(isDigit && digits) && !(isLetter && !digits)) { units.Add(run.ToString()); run.Clear(); }
            if (isDigit || isLetter) { run.Append(rune.ToString()); digits = isDigit; }
            else if (IsHan(rune) || (!rune.IsAscii && Rune.IsLetterOrDigit(rune))) units.Add(rune.ToString());
        }
        if (run.Length > 0) units.Add(run.ToString());
        return WithOneWordForBuilding(units);
    }

    /// <summary>Typed pinyin: small letters a to z and blanks; ü and its spellings are v.</summary>
    public static string Latin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latin = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD).Replace("u\u0308", "v", StringComparison.OrdinalIgnoreCase))
        {
            if (char.IsAsciiLetter(c)) latin.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && latin.Length > 0 && latin[^1] != ' ') latin.Append(' ');
        }
        return latin.ToString().Trim();
    }

    /// <summary>Composed text; only digits, letters and Kangxi radicals take their compatibility form; invisible characters go.</summary>
    public static IReadOnlyList<Rune> Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runes = new List<Rune>(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune)) continue;
            if (!NeedsCompatibility(rune)) { runes.Add(Small(rune)); continue; }
            foreach (var folded in rune.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes()) runes.Add(Small(folded));
        }
        return runes;
    }

    /// <summary>Whether the character is Han, private ones of old police systems included.</summary>
    public static bool IsHan(Rune rune) => rune.Value is
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xE000 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;

    // A lone surrogate cannot be composed; enumerating runes turns it into U+FFFD.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private static Rune Small(Rune rune) => rune.IsAscii ? Rune.ToLowerInvariant(rune) : rune;

    private static bool NeedsCompatibility(Rune rune) =>
        rune.Value is (>= 0x2F00 and <= 0x2FD5) or (>= 0xFF10 and <= 0xFF19) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A);

    private static List<string> WithOneWordForBuilding(List<string> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i] == "栋") units[i] = "幢";
            if (units[i] != "号" || i + 1 == units.Count || units[i + 1] != "楼") continue;
            units[i] = "幢";
            units.RemoveAt(i + 1);
        }
        return units;
    }

    private static string WithoutHanBlanks(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal)) return name;
        var kept = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
            if (name[i] != ' ' || (char.IsAsciiLetter(name[i - 1]) && char.IsAsciiLetter(name[i + 1]))) kept.Append(name[i]);
        return kept.ToString();
    }
}
