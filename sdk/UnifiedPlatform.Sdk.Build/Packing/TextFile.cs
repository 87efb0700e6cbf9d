using System.Text.Json;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>The flat texts of one language.</summary>
internal static class TextFile
{
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        if (!File.Exists(path)) return new Dictionary<string, string>();
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? [];
        }
        catch (JsonException error)
        {
            throw new BuildFailure($"{path} is no flat object of texts: {error.Message}");
        }
    }
}
