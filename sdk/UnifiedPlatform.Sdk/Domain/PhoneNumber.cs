using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>A mobile or landline number of the mainland, digits only: 11 of a mobile, area code and 7 or 8 of a landline. A number is no key of a person: an old parent's is often a child's.</summary>
[JsonConverter(typeof(MaskedTextConverter<PhoneNumber>))]
public sealed class PhoneNumber : IEquatable<PhoneNumber>
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>The digits in clear, with the area code, without +86.</summary>
    public string Value { get; }

    /// <summary>Whether it is a mobile number.</summary>
    public bool Mobile => Value[0] == '1';

    /// <summary>Digits of the area code; 0 for a mobile.</summary>
    public int AreaLength => Mobile ? 0 : AreaOf(Value);

    /// <summary>Reads a number: +86, 0086, spaces, hyphens, brackets and full-width digits are taken as people write them.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone, [NotNullWhen(false)] out InputFault? fault)
    {
        phone = null;
        var digits = Digits(text ?? "", out fault);
        if (fault is null && digits.Length == 0) fault = InputFault.Missing(InputKind.Phone);
        if (fault is not null) return false;

        fault = digits.StartsWith('1') ? CheckMobile(digits) : CheckLandline(digits);
        if (fault is null) phone = new PhoneNumber(digits);
        return fault is null;
    }

    /// <summary>The masked form.</summary>
    public override string ToString() => Masks.Phone(Value);

    /// <inheritdoc/>
    public bool Equals(PhoneNumber? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PhoneNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Digits of the area code of a landline: three for 010 and 02x, four elsewhere.</summary>
    internal static int AreaOf(string landline) => landline.StartsWith("010", StringComparison.Ordinal) || landline.StartsWith("02", StringComparison.Ordinal) ? 3 : 4;

    private static string Digits(string text, out InputFault? fault)
    {
        fault = null;
        var digits = new StringBuilder(text.Length);
        var plus = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is >= '０' and <= '９' ? (char)(text[i] - '０' + '0') : text[i];
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (c is '+' or '＋' && digits.Length == 0) plus = true;
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '－' or '–' or '—' or '(' or ')' or '（' or '）'))
            {
                fault = InputFault.At(InputKind.Phone, InputProblem.Character, i + 1);
                return "";
            }
        }
        return WithoutCountry(digits.ToString(), plus);
    }

    private static string WithoutCountry(string digits, bool plus)
    {
        var rest = digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("86", StringComparison.Ordinal) && (plus || digits.Length is 13) ? digits[2..]
            : null;
        if (rest is null) return digits;
        // Abroad the zero of the area code is left out: +86 556 … is 0556 ….
        return rest.StartsWith('0') || (rest.Length == 11 && rest.StartsWith('1')) ? rest : "0" + rest;
    }

    private static InputFault? CheckMobile(string digits)
    {
        if (digits.Length != 11) return InputFault.Length(InputKind.Phone, "11", digits.Length);
        return digits[1] is < '3' ? InputFault.At(InputKind.Phone, InputProblem.Prefix, 2) : null;
    }

    private static InputFault? CheckLandline(string digits)
    {
        if (digits[0] != '0') return digits.Length is 7 or 8 ? InputFault.Whole(InputKind.Phone, InputProblem.AreaCode) : InputFault.Length(InputKind.Phone, "11", digits.Length);
        var local = digits.Length - AreaOf(digits);
        if (local is not (7 or 8)) return InputFault.Length(InputKind.Phone, AreaOf(digits) == 3 ? "11" : "11–12", digits.Length);
        return digits[1] is '0' || (digits[1] is '1' && digits[2] is not '0') ? InputFault.Whole(InputKind.Phone, InputProblem.AreaCode) : null;
    }
}
