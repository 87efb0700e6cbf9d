using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Instants are RFC 3339 with <c>Z</c>.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTimeOffset(out var instant) ? instant.ToUniversalTime() : throw new JsonException("An instant is written as RFC 3339.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
