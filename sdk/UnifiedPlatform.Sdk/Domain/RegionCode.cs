using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Statistical division code of 2, 4, 6, 9 or 12 digits. The code of a division is the beginning of the codes inside it; nothing is filled up with zeros.</summary>
[JsonConverter(typeof(ParsableTextConverter<RegionCode>))]
public readonly record struct RegionCode : IParsable<RegionCode>, IComparable<RegionCode>
{
    private static readonly RegionLevel[] Levels = Enum.GetValues<RegionLevel>();
    private readonly string? _value;

    private RegionCode(string value) => _value = value;

    /// <summary>The digits.</summary>
    public string Value => _value ?? "";

    /// <summary>Level.</summary>
    public RegionLevel Level => (RegionLevel)Value.Length;

    /// <summary>The division one level up; null for a province.</summary>
    public RegionCode? Parent
    {
        get
        {
            var place = Array.IndexOf(Levels, Level);
            return place > 0 ? At(Levels[place - 1]) : null;
        }
    }

    /// <summary>The province first, the division itself last.</summary>
    public IEnumerable<RegionCode> Path
    {
        get
        {
            var code = this;
            return Levels.Where(level => level <= code.Level).Select(level => code.At(level)!.Value);
        }
    }

    /// <summary>The ancestor (or the division itself) of a level; null when the code does not reach that far down.</summary>
    public RegionCode? At(RegionLevel level) => Value.Length >= (int)level ? new RegionCode(Value[..(int)level]) : null;

    /// <summary>Whether a division is this one or lies inside it.</summary>
    public bool Contains(RegionCode other) => Value.Length > 0 && other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>Reads a code. Spaces are ignored.</summary>
    public static bool TryParse(string? text, out RegionCode code, [NotNullWhen(false)] out InputFault? fault)
    {
        var typed = TypedText.Compact(text);
        fault = Check(InputKind.Region, typed);
        code = fault is null ? new RegionCode(typed) : default;
        return fault is null;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public static RegionCode Parse(string s, IFormatProvider? provider) => TryParse(s, out var code, out var fault) ? code : throw new FormatException(fault.Key);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionCode result) => TryParse(s, out result, out _);

    /// <summary>Order of the digits.</summary>
    public static bool operator <(RegionCode left, RegionCode right) => left.CompareTo(right) < 0;

    /// <summary>Order of the digits.</summary>
    public static bool operator <=(RegionCode left, RegionCode right) => left.CompareTo(right) <= 0;

    /// <summary>Order of the digits.</summary>
    public static bool operator >(RegionCode left, RegionCode right) => left.CompareTo(right) > 0;

    /// <summary>Order of the digits.</summary>
    public static bool operator >=(RegionCode left, RegionCode right) => left.CompareTo(right) >= 0;

    internal static InputFault? Check(InputKind kind, string typed)
    {
        if (typed.Length == 0) return InputFault.Missing(kind);
        if (kind == InputKind.Region && !Levels.Contains((RegionLevel)typed.Length)) return InputFault.Length(kind, "12", typed.Length);
        if (TypedText.Foreign(kind, typed, TypedText.Digits) is { } foreign) return foreign;
        // County level 00 exists: cities without counties have their towns there (4419 00 003).
        if (typed.Length >= 12 && typed.AsSpan(9, 3).SequenceEqual("000")) return InputFault.At(kind, InputProblem.Padded, 10);
        if (typed.Length >= 9 && typed.AsSpan(6, 3).SequenceEqual("000")) return InputFault.At(kind, InputProblem.Padded, 7);
        return typed.StartsWith("00", StringComparison.Ordinal) ? InputFault.At(kind, InputProblem.Padded, 1) : null;
    }
}
