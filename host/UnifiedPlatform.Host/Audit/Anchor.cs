using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Where the chain stood at a moment, signed and kept elsewhere: who rewrites the chain cannot rewrite this.</summary>
internal sealed record Anchor(string Format, Guid Installation, string Day, long Seq, string Hash, string Time, string Key, string Signature)
{
    public const string CurrentFormat = "up-anchor/1";
    public const string Pattern = "anchor-*.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The signed bytes.</summary>
    public byte[] Statement() => Encoding.UTF8.GetBytes(string.Join('\n', Format, Installation.ToString("D"), Day, Seq.ToString(System.Globalization.CultureInfo.InvariantCulture), Hash, Time));

    public string FileName => $"anchor-{Day}-{Seq:D12}.json";

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads an anchor; null when the text is none.</summary>
    public static Anchor? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Anchor>(text, Json) is { Format: CurrentFormat } anchor ? anchor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
