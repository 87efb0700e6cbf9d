using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Number of a case, 24 characters: county 6, department 4, day 8, serial 5 (or R and 4 for a case entered afterwards), check 1. Never used again.</summary>
[JsonConverter(typeof(ParsableTextConverter<CaseNumber>))]
public sealed record CaseNumber : IParsable<CaseNumber>
{
    private CaseNumber(string value, DateOnly day) => (Value, Day) = (value, day);

    /// <summary>The 24 characters.</summary>
    public string Value { get; }

    /// <summary>Business day of the number.</summary>
    public DateOnly Day { get; }

    /// <summary>County, six digits.</summary>
    public RegionCode County => RegionCode.Parse(Value[..6], null);

    /// <summary>Department, four digits.</summary>
    public string Department => Value[6..10];

    /// <summary>Whether the case was entered afterwards.</summary>
    public bool BackEntered => Value[18] == 'R';

    /// <summary>Serial of the day.</summary>
    public int Serial => BackEntered ? TypedText.Number(Value, 19, 4) : TypedText.Number(Value, 18, 5);

    /// <summary>In groups of 6-4-8-5-1 for reading; on screen the gaps are margins, so that copying gives 24 characters.</summary>
    public IReadOnlyList<string> Groups => [Value[..6], Value[6..10], Value[10..18], Value[18..23], Value[23..]];

    /// <summary>Builds a number from its parts.</summary>
    public static CaseNumber Create(RegionCode county, string department, DateOnly day, int serial, bool backEntered = false)
    {
        ArgumentNullException.ThrowIfNull(department);
        if (county.Level != RegionLevel.County) throw new ArgumentException("A case number begins with a county of six digits.", nameof(county));
        if (department.Length != 4 || department.Any(c => !char.IsAsciiDigit(c))) throw new ArgumentException("A department has four digits.", nameof(department));
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, backEntered ? 9_999 : 99_999);
        var head = county.Value + department + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            + serial.ToString(backEntered ? "'R'0000" : "00000", CultureInfo.InvariantCulture);
        return new CaseNumber(head + CheckDigits.Mod11And10(head), day);
    }

    /// <summary>Reads a number. Spaces and hyphens are ignored.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CaseNumber? number, [NotNullWhen(false)] out InputFault? fault)
    {
        var typed = TypedText.Compact(text);
        fault = Check(typed, out var day);
        number = fault is null ? new CaseNumber(typed, day) : null;
        return number is not null;
    }

    /// <summary>The 24 characters.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CaseNumber Parse(string s, IFormatProvider? provider) => TryParse(s, out var number, out var fault) ? number : throw new FormatException(fault.Key);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CaseNumber result) => TryParse(s, out result, out _);

    private static InputFault? Check(string typed, out DateOnly day)
    {
        day = default;
        if (typed.Length == 0) return InputFault.Missing(InputKind.CaseNumber);
        if (typed.Length != 24) return InputFault.Length(InputKind.CaseNumber, "24", typed.Length);
        if (TypedText.Foreign(InputKind.CaseNumber, typed, TypedText.Digits, 0, 18) is { } head) return head;
        if (TypedText.Foreign(InputKind.CaseNumber, typed, TypedText.Digits + "R", 18, 19) is { } back) return back;
        if (TypedText.Foreign(InputKind.CaseNumber, typed, TypedText.Digits, 19) is { } tail) return tail;
        var (year, month, date) = (TypedText.Number(typed, 10, 4), TypedText.Number(typed, 14, 2), TypedText.Number(typed, 16, 2));
        if (TypedText.Day(year, month, date) is not { } real) return InputFault.Date(InputKind.CaseNumber, InputProblem.ImpossibleDate, 11, year, month, date);
        day = real;
        var expected = CheckDigits.Mod11And10(typed.AsSpan(0, 23));
        return typed[23] == expected ? null : InputFault.Check(InputKind.CaseNumber, 24, expected);
    }
}
