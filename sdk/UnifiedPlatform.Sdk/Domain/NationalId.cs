using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Citizen identity number (GB 11643-1999), always 18 characters with a capital X. Also residence permits of Hong Kong, Macao and Taiwan residents and the 18-digit permit of foreigners: the algorithm is the same.</summary>
/// <remarks>The address digits are those of the day the number was given: they are never checked against today's divisions and say nothing about where somebody lives.</remarks>
[JsonConverter(typeof(MaskedTextConverter<NationalId>))]
public sealed class NationalId : IEquatable<NationalId>
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private NationalId(string value, DateOnly birth) => (Value, Birth) = (value, birth);

    /// <summary>The 18 characters in clear. For encrypting, indexing and revealing only.</summary>
    public string Value { get; }

    /// <summary>Date of birth.</summary>
    public DateOnly Birth { get; }

    /// <summary>First six digits: the division that gave the number.</summary>
    public string AddressCode => Value[..6];

    /// <summary>Sex by the 17th digit. A document that says otherwise rules.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Whether the 17th digit agrees with a stated sex; an unknown sex agrees. Not agreeing is worth a warning, never a refusal.</summary>
    public bool Agrees(Sex stated) => stated is Sex.Unknown or Sex.NotStated || stated == Sex;

    /// <summary>Reads a number of 18 characters, or one of the old 15 which is raised to 18. Spaces and hyphens are ignored, a small x is raised.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">Today in the business time zone: nobody is born later.</param>
    /// <param name="id">The number; null on failure.</param>
    /// <param name="fault">Why not; null on success.</param>
    public static bool TryParse(string? text, DateOnly today, [NotNullWhen(true)] out NationalId? id, [NotNullWhen(false)] out InputFault? fault)
    {
        var typed = TypedText.Compact(text);
        var birth = default(DateOnly);
        fault = Check(typed, out var old) ?? CheckDate(typed, old, today, out birth);
        id = null;
        if (fault is not null) return false;

        var full = old ? typed[..6] + "19" + typed[6..] : typed;
        var expected = CheckCharacter(full.AsSpan(0, 17));
        if (!old && full[17] != expected) fault = InputFault.Check(InputKind.NationalId, 18, expected);
        else id = new NationalId(full[..17] + expected, birth);
        return fault is null;
    }

    /// <summary>Check character of the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        if (first17.Length != 17) throw new ArgumentException("Seventeen digits are needed.", nameof(first17));
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (first17[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    /// <summary>The masked form for work inside the office.</summary>
    public override string ToString() => Masks.NationalId(Value);

    /// <inheritdoc/>
    public bool Equals(NationalId? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NationalId);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    private static InputFault? Check(string typed, out bool old)
    {
        old = typed.Length == 15;
        if (typed.Length == 0) return InputFault.Missing(InputKind.NationalId);
        if (typed.Length is not (15 or 18)) return InputFault.Length(InputKind.NationalId, "18", typed.Length);
        var digits = old ? 15 : 17;
        return TypedText.Foreign(InputKind.NationalId, typed, TypedText.Digits, 0, digits)
            ?? (old ? null : TypedText.Foreign(InputKind.NationalId, typed, TypedText.Digits + "X", digits));
    }

    private static InputFault? CheckDate(string typed, bool old, DateOnly today, out DateOnly birth)
    {
        birth = default;
        // 996 to 999 were kept for people born before 1900.
        if (old && TypedText.Number(typed, 12, 3) >= 996) return InputFault.Whole(InputKind.NationalId, InputProblem.OldCentury);
        var (year, month, day) = old
            ? (1900 + TypedText.Number(typed, 6, 2), TypedText.Number(typed, 8, 2), TypedText.Number(typed, 10, 2))
            : (TypedText.Number(typed, 6, 4), TypedText.Number(typed, 10, 2), TypedText.Number(typed, 12, 2));
        if (TypedText.Day(year, month, day) is not { } real) return InputFault.Date(InputKind.NationalId, InputProblem.ImpossibleDate, 7, year, month, day);
        if (real > today) return InputFault.Date(InputKind.NationalId, InputProblem.FutureDate, 7, year, month, day);
        birth = real;
        return null;
    }
}
