using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.OneWindow.Domain.Items;

internal sealed class OrgRuleConverter : JsonConverter<OrgRule>
{
    public override OrgRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var orgs = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? throw new JsonException();
            return orgs.Count > 0 && orgs.All(pair => IsRegion(pair.Key) && IsOrg(pair.Value)) ? new OrgRule.ByRegion(orgs) : throw new JsonException();
        }
        return reader.GetString() switch
        {
            "lead" => new OrgRule.Lead(),
            "competent" => new OrgRule.Competent(),
            { } org when IsOrg(org) => new OrgRule.Fixed(org),
            _ => throw new JsonException(),
        };
    }

    public override void Write(Utf8JsonWriter writer, OrgRule value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case OrgRule.Fixed rule: writer.WriteStringValue(rule.Org); break;
            case OrgRule.Lead: writer.WriteStringValue("lead"); break;
            case OrgRule.Competent: writer.WriteStringValue("competent"); break;
            case OrgRule.ByRegion rule: JsonSerializer.Serialize(writer, rule.Orgs, options); break;
            default: throw new JsonException();
        }
    }

    private static bool IsOrg(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static bool IsRegion(string text) => text.Length is 2 or 4 or 6 or 9 or 12 && text.All(char.IsAsciiDigit);
}
