using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Unified social credit code of an organisation (GB 32100-2015), 18 characters without I, O, S, V, Z. Public, never masked.</summary>
[JsonConverter(typeof(ParsableTextConverter<UnifiedSocialCreditCode>))]
public sealed record UnifiedSocialCreditCode : IParsable<UnifiedSocialCreditCode>
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>The 18 characters.</summary>
    public string Value { get; }

    /// <summary>Department and kind of registration, the first two characters, e.g. <c>52</c> for a private non-enterprise unit.</summary>
    public string Kind => Value[..2];

    /// <summary>Division of the registration, six digits.</summary>
    public string AddressCode => Value[2..8];

    /// <summary>Organisation code of GB 11714, nine characters.</summary>
    public string OrganisationCode => Value[8..17];

    /// <summary>Whether the check character inside <see cref="OrganisationCode"/> holds. Not holding is worth a warning: the last character is what guards the whole code.</summary>
    public bool OrganisationCodeHolds => OrganisationCheck(Value.AsSpan(8, 8)) == Value[16];

    /// <summary>Reads a code. Spaces and hyphens are ignored, small letters are raised.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnifiedSocialCreditCode? code, [NotNullWhen(false)] out InputFault? fault)
    {
        var typed = TypedText.Compact(text);
        fault = Check(typed);
        code = fault is null ? new UnifiedSocialCreditCode(typed) : null;
        return code is not null;
    }

    /// <summary>Check character of the first 17.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        if (first17.Length != 17) throw new ArgumentException("Seventeen characters are needed.", nameof(first17));
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(first17[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>Check character of the eight characters of an organisation code.</summary>
    public static char OrganisationCheck(ReadOnlySpan<char> first8)
    {
        if (first8.Length != 8) throw new ArgumentException("Eight characters are needed.", nameof(first8));
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(first8[i]) ? first8[i] - '0' : first8[i] - 'A' + 10) * OrganisationWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    /// <summary>The 18 characters.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static UnifiedSocialCreditCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var code, out var fault) ? code : throw new FormatException(fault.Key);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out UnifiedSocialCreditCode result) =>
        TryParse(s, out result, out _);

    private static InputFault? Check(string typed)
    {
        if (typed.Length == 0) return InputFault.Missing(InputKind.CreditCode);
        if (typed.Length != 18) return InputFault.Length(InputKind.CreditCode, "18", typed.Length);
        if (TypedText.Foreign(InputKind.CreditCode, typed, Alphabet, 0, 2) is { } head) return head;
        if (TypedText.Foreign(InputKind.CreditCode, typed, TypedText.Digits, 2, 8) is { } region) return region;
        if (TypedText.Foreign(InputKind.CreditCode, typed, Alphabet, 8) is { } tail) return tail;
        var expected = CheckCharacter(typed.AsSpan(0, 17));
        return typed[17] == expected ? null : InputFault.Check(InputKind.CreditCode, 18, expected);
    }
}
