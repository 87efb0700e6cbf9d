using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Protection;

/// <summary>Writes the masked form; nothing is ever read into a sensitive value from JSON, since what comes in may be its mask.</summary>
internal sealed class SensitiveJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Sensitive<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Masked<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Masked<T> : JsonConverter<Sensitive<T>> where T : notnull
    {
        public override Sensitive<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A sensitive value is not read from JSON.");

        public override void Write(Utf8JsonWriter writer, Sensitive<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
