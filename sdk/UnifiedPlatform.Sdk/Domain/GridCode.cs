using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Code of a grid, 16 digits: community 12, type 1 (0 general, 1 of a park, school, market …), serial 3. A grid lies in one community.</summary>
[JsonConverter(typeof(ParsableTextConverter<GridCode>))]
public readonly record struct GridCode : IParsable<GridCode>
{
    private readonly string? _value;

    private GridCode(string value) => _value = value;

    /// <summary>The digits.</summary>
    public string Value => _value ?? "";

    /// <summary>The community the grid lies in.</summary>
    public RegionCode Community => RegionCode.Parse(Value[..12], null);

    /// <summary>Whether it is a grid of its own for a park, school, hospital or enterprise (专属网格).</summary>
    public bool Dedicated => Value[12] == '1';

    /// <summary>Serial in the community, 1 to 999; never used again.</summary>
    public int Serial => TypedText.Number(Value, 13, 3);

    /// <summary>Builds the code of a grid.</summary>
    public static GridCode Create(RegionCode community, bool dedicated, int serial)
    {
        if (community.Level != RegionLevel.Community) throw new ArgumentException("A grid lies in a community of 12 digits.", nameof(community));
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999);
        return new GridCode($"{community.Value}{(dedicated ? 1 : 0)}{serial:000}");
    }

    /// <summary>Reads a code. Spaces are ignored.</summary>
    public static bool TryParse(string? text, out GridCode code, [NotNullWhen(false)] out InputFault? fault)
    {
        var typed = TypedText.Compact(text);
        fault = Check(typed);
        code = fault is null ? new GridCode(typed) : default;
        return fault is null;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static GridCode Parse(string s, IFormatProvider? provider) => TryParse(s, out var code, out var fault) ? code : throw new FormatException(fault.Key);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GridCode result) => TryParse(s, out result, out _);

    private static InputFault? Check(string typed)
    {
        if (typed.Length is not (0 or 16)) return InputFault.Length(InputKind.Grid, "16", typed.Length);
        if (RegionCode.Check(InputKind.Grid, typed) is { } fault) return fault;
        if (typed[12] is not ('0' or '1')) return InputFault.At(InputKind.Grid, InputProblem.Character, 13);
        return typed.EndsWith("000", StringComparison.Ordinal) ? InputFault.At(InputKind.Grid, InputProblem.Padded, 14) : null;
    }
}
