using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Writes a strong key as its bare value, also as the name of a dictionary entry.</summary>
internal sealed class KeyJsonConverter<TKey, TValue> : JsonConverter<TKey> where TKey : struct
{
    private readonly Func<TValue, TKey> _wrap;
    private readonly Func<TKey, TValue> _unwrap;

    public KeyJsonConverter()
    {
        var value = Expression.Parameter(typeof(TValue));
        var key = Expression.Parameter(typeof(TKey));
        var constructor = typeof(TKey).GetConstructor([typeof(TValue)]) ?? throw new NotSupportedException($"{typeof(TKey)} cannot be made from its value.");
        _wrap = Expression.Lambda<Func<TValue, TKey>>(Expression.New(constructor, value), value).Compile();
        _unwrap = Expression.Lambda<Func<TKey, TValue>>(Expression.Property(key, "Value"), key).Compile();
    }

    public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override TKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => writer.WritePropertyName(Text(value));

    private string Text(TKey key) => _unwrap(key)?.ToString() ?? "";

    private TKey Parse(string? text) => text switch
    {
        TValue value => _wrap(value),
        not null when Guid.TryParseExact(text, "D", out var guid) && guid is TValue value => _wrap(value),
        _ => throw new JsonException("This is no key."),
    };
}
