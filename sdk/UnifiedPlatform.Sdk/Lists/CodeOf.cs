using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace UnifiedPlatform.Sdk.Lists;

/// <summary>An enum in a query string, written as in JSON: its camelCase code. The framework alone would ask for the C# name.</summary>
/// <param name="Value">The value.</param>
public readonly record struct CodeOf<T>(T Value) : IParsable<CodeOf<T>> where T : struct, Enum
{
    /// <summary>The code.</summary>
    public override string ToString() => JsonNamingPolicy.CamelCase.ConvertName(Value.ToString());

#pragma warning disable CA1000 // IParsable asks for static members, and the framework finds them by name.
    /// <inheritdoc/>
    public static CodeOf<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var code) ? code : throw new FormatException($"No code of {typeof(T).Name}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CodeOf<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            result = new CodeOf<T>(value);
            if (result.ToString() == s) return true;
        }
        result = default;
        return false;
    }
#pragma warning restore CA1000
}
