using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Signing;

internal sealed class SignConverter : JsonConverter<Sign>
{
    public override Sign Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Node(json.RootElement, 0, options);
    }

    public override void Write(Utf8JsonWriter writer, Sign value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case Sign.All node: Many("all", node.Of); break;
            case Sign.Any node: Many("any", node.Of); break;
            case Sign.Sequence node: Many("sequence", node.Of); break;
            case Sign.Quorum node:
                writer.WriteNumber("quorum", node.Needed);
                Many("of", node.Of);
                break;
            case Sign.ByRole leaf:
                writer.WriteString("role", leaf.Unit.Role);
                writer.WritePropertyName("org");
                JsonSerializer.Serialize(writer, leaf.Unit.Org, options);
                break;
            case Sign.ByPerson leaf: writer.WriteString("person", leaf.Person); break;
        }
        writer.WriteEndObject();

        void Many(string name, IReadOnlyList<Sign> of)
        {
            writer.WriteStartArray(name);
            foreach (var node in of) Write(writer, node, options);
            writer.WriteEndArray();
        }
    }

    private static Sign Node(JsonElement json, int depth, JsonSerializerOptions options)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new JsonException();
        var members = json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).ToList();
        return members switch
        {
            ["all"] => new Sign.All(Many(json.GetProperty("all"), depth, options)),
            ["any"] => new Sign.Any(Many(json.GetProperty("any"), depth, options)),
            ["sequence"] => new Sign.Sequence(Many(json.GetProperty("sequence"), depth, options)),
            ["of", "quorum"] => new Sign.Quorum(json.GetProperty("quorum").GetInt32(), Many(json.GetProperty("of"), depth, options)),
            ["org", "role"] => new Sign.ByRole(json.Deserialize<Unit>(options) ?? throw new JsonException()),
            ["person"] => new Sign.ByPerson(json.GetProperty("person").GetGuid()),
            _ => throw new JsonException(),
        };
    }

    private static List<Sign> Many(JsonElement json, int depth, JsonSerializerOptions options) =>
        depth < Sign.MaxDepth && json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0
            ? [.. json.EnumerateArray().Select(node => Node(node, depth + 1, options))] : throw new JsonException();
}
