using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A strong type around one <see cref="Guid"/> or text (<c>record struct PermitId(Guid Value)</c>) is written as that value.</summary>
internal sealed class KeyJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ValueType(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var value = ValueType(typeToConvert) ?? throw new NotSupportedException($"{typeToConvert} is no key.");
        return (JsonConverter)(Activator.CreateInstance(typeof(KeyJsonConverter<,>).MakeGenericType(typeToConvert, value))
            ?? throw new NotSupportedException($"{typeToConvert} has no converter."));
    }

    private static Type? ValueType(Type type)
    {
        if (!type.IsValueType || type.IsEnum || type.IsPrimitive || type.IsDefined(typeof(JsonConverterAttribute), inherit: false)) return null;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        if (properties is not [{ Name: "Value" } value] || (value.PropertyType != typeof(Guid) && value.PropertyType != typeof(string))) return null;
        return type.GetConstructor([value.PropertyType]) is null ? null : value.PropertyType;
    }
}
