using System.Diagnostics.CodeAnalysis;

namespace UnifiedPlatform.Sdk.Lists;

/// <summary>An enum in a query string, written as in JSON: its camelCase code. The framework alone would ask for the C# name.</summary>
/// <param name="Value">The value.</param>
public readonly record struct CodeOf<T>(T Value) : IParsable<CodeOf<T>> where T : struct, Enum
{
    /// <summary>The code.</summary>
    public override string ToString() => Code.Of(Value);

#pragma warning disable CA1000 // IParsable asks for static members, and the framework finds them by name.
    /// <inheritdoc/>
    public static CodeOf<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var code) ? code : throw new FormatException($"No code of {typeof(T).Name}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CodeOf<T> result)
    {
        var value = Code.Read<T>(s);
        result = new CodeOf<T>(value ?? default);
        return value is not null;
    }
#pragma warning restore CA1000
}
