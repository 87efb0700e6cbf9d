using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>How the module keeps its own JSON: nothing for what is not there, and what a newer writer added stays.</summary>
internal static class CaseJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException();

    public static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    private static JsonSerializerOptions Make()
    {
        var options = PlatformJson.CreateLenient();
        options.RespectRequiredConstructorParameters = false; // what is left out is null
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        return options;
    }
}
