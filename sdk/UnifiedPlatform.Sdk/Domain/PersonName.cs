using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>A person's name of any script, at most 50 characters, kept as typed and compared in one form.</summary>
/// <remarks>Two names are equal when their normal forms are: white space and zero-width characters cut off, every name dot folded to U+00B7, NFC. Case and simplified or traditional forms are left alone.</remarks>
public sealed class PersonName : IEquatable<PersonName>
{
    /// <summary>Most characters of a name, counted by code point.</summary>
    public const int MaxLength = 50;

    /// <summary>The one name dot, U+00B7.</summary>
    public const char Dot = '·';

    private const string Dots = "\u00B7\u2022\u30FB\u2027\u22C5\u2219\uFF0E\uFE52";
    private const string ZeroWidth = "\u200B\u200C\u200D\u2060\uFEFF";

    private PersonName(string original, string value) => (Original, Value) = (original, value);

    /// <summary>As typed, for printing and keeping.</summary>
    public string Original { get; }

    /// <summary>The normal form, for comparing and searching.</summary>
    public string Value { get; }

    /// <summary>Whether a private-use character is in it: worth a look by a person, never a refusal.</summary>
    public bool HasPrivateUse => Value.EnumerateRunes().Any(HanScript.IsPrivateUse);

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name, [NotNullWhen(false)] out InputFault? fault)
    {
        name = null;
        var original = text ?? "";
        fault = Control(original);
        if (fault is not null) return false;

        var value = Normalise(original);
        var length = value.EnumerateRunes().Count();
        fault = length == 0 ? InputFault.Missing(InputKind.Name)
            : length > MaxLength ? InputFault.Length(InputKind.Name, MaxLength.ToString(CultureInfo.InvariantCulture), length)
            : null;
        if (fault is null) name = new PersonName(original, value);
        return fault is null;
    }

    /// <summary>The normal form of any name-like text, for searching too. Applying it twice changes nothing.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runes = WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes().Where(x => !(x.IsBmp && ZeroWidth.Contains((char)x.Value, StringComparison.Ordinal))).ToArray();
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            if (IsDot(runes, i)) folded.Append(Dot);
            else folded.Append(runes[i]);
        }
        // Joining what a zero-width character had kept apart may compose anew.
        return folded.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The masked form.</summary>
    public override string ToString() => Masks.Name(Value);

    /// <inheritdoc/>
    public bool Equals(PersonName? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersonName);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    // A full stop is a dot only between Han characters: elsewhere it abbreviates (J. Smith).
    private static bool IsDot(Rune[] runes, int i)
    {
        if (!runes[i].IsBmp) return false;
        var c = (char)runes[i].Value;
        return Dots.Contains(c, StringComparison.Ordinal)
            || (c == '.' && i > 0 && i < runes.Length - 1 && HanScript.IsHan(runes[i - 1]) && HanScript.IsHan(runes[i + 1]));
    }

    private static InputFault? Control(string text)
    {
        var position = 1;
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar) return InputFault.At(InputKind.Name, InputProblem.Character, position);
            position++;
        }
        return null;
    }

    // Half a surrogate pair cannot be normalised; it becomes the replacement character.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
