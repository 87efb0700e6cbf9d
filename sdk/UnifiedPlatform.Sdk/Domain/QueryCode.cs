using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Code by which an applicant asks about a case, 10 Crockford characters shown 5-5: nine by chance and one check. It follows from nothing else.</summary>
[JsonConverter(typeof(ParsableTextConverter<QueryCode>))]
public sealed record QueryCode : IParsable<QueryCode>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 10;

    private QueryCode(string value) => Value = value;

    /// <summary>The ten characters, as stored.</summary>
    public string Value { get; }

    /// <summary>A new code from the system's random source.</summary>
    public static QueryCode New() => From(RandomNumberGenerator.GetString(Alphabet, Characters - 1));

    /// <summary>Reads a code: small letters are raised, I and L read as 1, O as 0, hyphens and spaces ignored.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out QueryCode? code, [NotNullWhen(false)] out InputFault? fault)
    {
        var typed = TypedText.Compact(text).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        fault = Check(typed);
        code = fault is null ? new QueryCode(typed) : null;
        return code is not null;
    }

    /// <summary>The shown form, 5-5.</summary>
    public override string ToString() => $"{Value[..5]}-{Value[5..]}";

    /// <inheritdoc/>
    public static QueryCode Parse(string s, IFormatProvider? provider) => TryParse(s, out var code, out var fault) ? code : throw new FormatException(fault.Key);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out QueryCode result) => TryParse(s, out result, out _);

    private static QueryCode From(string nine) => new(nine + CheckCharacter(nine));

    private static InputFault? Check(string typed)
    {
        if (typed.Length == 0) return InputFault.Missing(InputKind.QueryCode);
        if (typed.Length != Characters) return InputFault.Length(InputKind.QueryCode, "10", typed.Length);
        if (TypedText.Foreign(InputKind.QueryCode, typed, Alphabet) is { } foreign) return InputFault.At(InputKind.QueryCode, InputProblem.Character, foreign.Position!.Value); // every foreign character has a position
        var expected = CheckCharacter(typed[..^1]);
        return typed[^1] == expected ? null : InputFault.Check(InputKind.QueryCode, Characters, expected);
    }

    // A code word of GF(32): any one wrong character and any swap of two different ones is seen, which no sum modulo 32 can do.
    private static char CheckCharacter(string nine)
    {
        var value = 0;
        foreach (var c in nine) value = Double(value) ^ Alphabet.IndexOf(c, StringComparison.Ordinal);
        return Alphabet[Double(value)];
    }

    private static int Double(int value) => (value << 1) ^ (value >= 16 ? 0b100101 : 0);
}
