using System.Text.Json;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Reads and writes <c>module.json</c>.</summary>
public static class ManifestJson
{
    private static readonly JsonSerializerOptions Options = new(PlatformJson.CreateLenient()) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the manifest, the same bytes for the same manifest.</summary>
    public static byte[] Write(ModuleManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Options);

    /// <summary>Reads a manifest. Members this host does not know are left out, so that a newer build tool stays readable.</summary>
    /// <exception cref="JsonException">The bytes are no manifest.</exception>
    public static ModuleManifest Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ModuleManifest>(json, Options) ?? throw new JsonException("The manifest is empty.");
}
