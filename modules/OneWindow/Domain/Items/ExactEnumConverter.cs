using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Enums by their exact words: the framework's own reader overlooks capitals.</summary>
internal sealed class ExactEnumConverter(params Type[] asWritten) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert), args: [asWritten.Contains(typeToConvert)])!; // Words has that constructor

    private sealed class Words<T> : JsonConverter<T> where T : struct, Enum
    {
        private readonly Dictionary<string, T> _values;
        private readonly Dictionary<T, string> _names;

        public Words(bool asWritten)
        {
            _names = Enum.GetValues<T>().ToDictionary(value => value, value => asWritten ? value.ToString() : JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
            _values = _names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && _values.TryGetValue(reader.GetString() ?? "", out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(_names[value]);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            _values.TryGetValue(reader.GetString() ?? "", out var value) ? value : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(_names[value]);
    }
}
