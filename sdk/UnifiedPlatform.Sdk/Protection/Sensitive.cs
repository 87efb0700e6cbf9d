using System.Diagnostics;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Protection;

/// <summary>A sensitive value: every way out is masked (<c>ToString</c>, JSON, Razor, log). Clear text leaves only through the reveal of the platform.</summary>
/// <typeparam name="T">Domain type, e.g. <c>NationalId</c>.</typeparam>
[JsonConverter(typeof(SensitiveJsonConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Sensitive<T>(T value, Func<T, string> mask) where T : notnull
{
    private readonly T _value = value;
    private readonly Func<T, string> _mask = mask;

    /// <summary>The masked form.</summary>
    public override string ToString() => _mask is null ? "" : _mask(_value);

    /// <summary>The clear value, for the code that encrypts, indexes or reveals it. Never pass it to a log, a URL, a span or an exception.</summary>
    public T Clear() => _value;
}
