using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The platform's JSON settings: camelCase, enums and keys as text, instants in UTC, money as text, required members required.</summary>
/// <remarks>Every call makes a resolver of its own: options with equal settings would share one cache of types across the host and all generations, and pin them.</remarks>
public static class PlatformJson
{
    /// <summary>New options that refuse unknown members, for requests and the module's own data.</summary>
    public static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        return options;
    }

    /// <summary>New options that ignore unknown members, for bodies written by somebody newer.</summary>
    public static JsonSerializerOptions CreateLenient()
    {
        var options = Create();
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        return options;
    }

    /// <summary>New options with the framework's web defaults and nothing of the platform's, for documents of another format. Copy them and set what the format needs.</summary>
    public static JsonSerializerOptions CreatePlain() => new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Sets the platform's settings on options that a framework has made.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        // Han characters stay readable; the HTML-sensitive ones are still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantJsonConverter());
        options.Converters.Add(new MoneyJsonConverter());
        options.Converters.Add(new KeyJsonConverterFactory());
    }
}
