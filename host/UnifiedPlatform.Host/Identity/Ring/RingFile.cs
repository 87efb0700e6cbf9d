using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Content of <c>ring.json</c>.</summary>
/// <param name="Format">Always <c>up-ring/1</c>.</param>
/// <param name="Installation">Installation the keys belong to; bound into every ciphertext.</param>
/// <param name="Salt">Salt of a passphrase.</param>
/// <param name="Check">Known text sealed by the key encryption key: tells a wrong key from a damaged ring.</param>
/// <param name="Keys">The wrapped keys.</param>
internal sealed record RingFile(string Format, Guid Installation, byte[] Salt, byte[] Check, IReadOnlyList<RingKey> Keys)
{
    public const string CurrentFormat = "up-ring/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static RingFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<RingFile>(File.ReadAllBytes(path), Json);
            return file is { Format: CurrentFormat } ? file : throw new StartupFailure($"{path} is not a key ring of format {CurrentFormat}. Restore it from the key backup.");
        }
        catch (JsonException)
        {
            throw new StartupFailure($"{path} is damaged. Restore it from the key backup; without it identity numbers and phones stay closed.");
        }
    }

    public void Write(string path) => OwnerOnlyFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
