using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Writes a sensitive value as its masked text, so that a forgotten member of an answer shows nothing; reading one is a bug.</summary>
/// <typeparam name="T">Domain type whose <c>ToString</c> is its mask.</typeparam>
internal sealed class MaskedTextConverter<T> : JsonConverter<T> where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is not read from JSON: take a string and parse it, so that the fault can be told.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
