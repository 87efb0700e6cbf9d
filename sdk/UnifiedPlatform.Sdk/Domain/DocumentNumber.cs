using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Number of a document of a case, 29 characters: case number, hyphen, kind of two letters, count of two digits. It needs no counter of its own.</summary>
[JsonConverter(typeof(ParsableTextConverter<DocumentNumber>))]
public sealed record DocumentNumber : IParsable<DocumentNumber>
{
    private DocumentNumber(CaseNumber caseNumber, string kind, int count) => (CaseNumber, Kind, Count) = (caseNumber, kind, count);

    /// <summary>The case.</summary>
    public CaseNumber CaseNumber { get; }

    /// <summary>Kind, two capital letters, e.g. <c>SL</c>.</summary>
    public string Kind { get; }

    /// <summary>Count of the kind in the case, from 1.</summary>
    public int Count { get; }

    /// <summary>The 29 characters.</summary>
    public string Value => $"{CaseNumber.Value}-{Kind}{Count.ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>Builds a number.</summary>
    public static DocumentNumber Create(CaseNumber caseNumber, string kind, int count)
    {
        ArgumentNullException.ThrowIfNull(caseNumber);
        ArgumentNullException.ThrowIfNull(kind);
        if (kind.Length != 2 || kind.Any(c => !char.IsAsciiLetterUpper(c))) throw new ArgumentException("A kind of document has two capital letters.", nameof(kind));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 99);
        return new DocumentNumber(caseNumber, kind, count);
    }

    /// <summary>Reads a number. A fault of the case number inside is given as that one's.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentNumber? number, [NotNullWhen(false)] out InputFault? fault)
    {
        number = null;
        var typed = TypedText.Compact(text);
        fault = typed.Length switch
        {
            0 => InputFault.Missing(InputKind.DocumentNumber),
            28 => null,
            var length => InputFault.Length(InputKind.DocumentNumber, "29", length + 1),
        };
        if (fault is not null || !CaseNumber.TryParse(typed[..24], out var caseNumber, out fault)) return false;
        var wrong = Enumerable.Range(24, 4).FirstOrDefault(i => i < 26 ? !char.IsAsciiLetterUpper(typed[i]) : !char.IsAsciiDigit(typed[i]), -1);
        if (wrong < 0 && TypedText.Number(typed, 26, 2) == 0) wrong = 27;
        if (wrong >= 0) fault = InputFault.At(InputKind.DocumentNumber, InputProblem.Character, wrong + 2);
        else number = new DocumentNumber(caseNumber, typed[24..26], TypedText.Number(typed, 26, 2));
        return fault is null;
    }

    /// <summary>The 29 characters.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DocumentNumber Parse(string s, IFormatProvider? provider) => TryParse(s, out var number, out var fault) ? number : throw new FormatException(fault.Key);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out DocumentNumber result) => TryParse(s, out result, out _);
}
