using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.OneWindow.Domain.Expressions;

namespace UnifiedPlatform.OneWindow.Domain.Items;

internal sealed class RequirementConverter : JsonConverter<Requirement>
{
    public override Requirement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Expr>(ref reader, options) ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, Requirement value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.When, options);
}
