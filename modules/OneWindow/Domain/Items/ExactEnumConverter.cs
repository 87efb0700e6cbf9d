using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Enums by their exact words: the framework's own reader overlooks capitals.</summary>
internal sealed class ExactEnumConverter(params Type[] asWritten) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert), args: [asWritten.Contains(typeToConvert)])!; // Words has that constructor

    // Kept by object and by name: a dictionary keyed by the enum itself would be compiled anew for each of thirty enums.
    private sealed class Words<T>(bool asWritten) : JsonConverter<T> where T : struct, Enum
    {
        private readonly Dictionary<string, object> _values = Enum.GetNames<T>().ToDictionary(name => Word(name, asWritten), name => (object)Enum.Parse<T>(name), StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? ReadAsPropertyName(ref reader, typeToConvert, options) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word(value.ToString(), asWritten));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            _values.TryGetValue(reader.GetString() ?? "", out var value) ? (T)value : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Word(value.ToString(), asWritten));

        private static string Word(string name, bool asWritten) => asWritten ? name : JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
