using System.Globalization;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Spelling of tokens: one small letter for the field, then the value. The generator and the query parser both spell here, so they cannot differ.</summary>
public static class Token
{
    /// <summary>Whole name.</summary>
    public static string ExactName(string bare) => "x" + Safe(bare);

    /// <summary>One or two neighbouring characters of a name.</summary>
    public static string NamePart(string characters) => "n" + Safe(characters);

    /// <summary>Syllables from the beginning of the name.</summary>
    public static string Pinyin(IEnumerable<string> syllables) => "y" + Joined(syllables);

    /// <summary>Initials from the beginning of the name.</summary>
    public static string Initials(string initials) => "z" + initials;

    /// <summary>Syllables from the beginning of the given name.</summary>
    public static string GivenPinyin(IEnumerable<string> syllables) => "v" + Joined(syllables);

    /// <summary>Initials from the beginning of the given name.</summary>
    public static string GivenInitials(string initials) => "u" + initials;

    /// <summary>Two neighbouring units of an address.</summary>
    public static string AddressPart(string first, string second) => "a" + Safe(first + second);

    /// <summary>Keyed hash of the identity number.</summary>
    public static string NationalId(string hash) => "i" + hash;

    /// <summary>Keyed hash of its last six.</summary>
    public static string IdLast6(string hash) => "j" + hash;

    /// <summary>Keyed hash of its last four.</summary>
    public static string IdLast4(string hash) => "k" + hash;

    /// <summary>Keyed hash of the phone.</summary>
    public static string Phone(string hash) => "p" + hash;

    /// <summary>Keyed hash of its last four.</summary>
    public static string PhoneLast4(string hash) => "q" + hash;

    /// <summary>Keyed hash of the birth date.</summary>
    public static string BirthDate(string hash) => "b" + hash;

    /// <summary>Birth year: readable, because “张伟 1980” is how people ask.</summary>
    public static string BirthYear(int year) => "e" + year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>GB/T 2261.1 code.</summary>
    public static string Sex(string code) => "s" + Safe(code);

    /// <summary>County, town, community or grid of the dwelling; null when the code has none of these lengths.</summary>
    public static string? Scope(string code) => code?.Length switch { 6 => "d" + code, 9 => "w" + code, 12 => "c" + code, 16 => "g" + code, _ => null };

    /// <summary>Dwelling household.</summary>
    public static string Household(Guid id) => "h" + id.ToString("N");

    /// <summary>Tag or fact.</summary>
    public static string Tag(string kind) => "t" + Safe(kind);

    private static string Joined(IEnumerable<string> syllables) => string.Join(SearchText.Dot, syllables);

    // The index splits at ASCII punctuation and folds A to Z, so neither may occur in a token.
    private static string Safe(string value) => string.Create(value.Length, value, static (safe, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            safe[i] = char.IsAsciiLetterUpper(from[i]) ? char.ToLowerInvariant(from[i]) : char.IsAscii(from[i]) && !char.IsAsciiLetterOrDigit(from[i]) ? SearchText.Dot : from[i];
    });
}
