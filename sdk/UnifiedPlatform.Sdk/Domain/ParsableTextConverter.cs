using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Reads and writes a code as its text.</summary>
/// <typeparam name="T">Domain type whose <c>ToString</c> is its text.</typeparam>
internal sealed class ParsableTextConverter<T> : JsonConverter<T> where T : IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
