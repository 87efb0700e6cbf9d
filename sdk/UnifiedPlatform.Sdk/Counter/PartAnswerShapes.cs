using System.Text.Json;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Schemas of the answers this module gives, as its package declares them.</summary>
internal sealed class PartAnswerShapes(ModuleManifest manifest, ModuleInfo info)
{
    private readonly Lazy<IReadOnlyList<JsonShape>> _shapes = new(() => [.. manifest.Contributes.PartCapabilities.Select(capability => Read(info, capability))]);

    /// <summary>Problems of an answer that fits none of the module's capabilities; empty: it fits one.</summary>
    public IReadOnlyList<ShapeProblem> Check(JsonElement result)
    {
        var problems = _shapes.Value.Select(shape => shape.Check(result)).ToList();
        return problems.Count == 0 ? [] : problems.MinBy(found => found.Count) ?? [];
    }

    private static JsonShape Read(ModuleInfo info, ManifestPartCapability capability)
    {
        using var file = File.OpenRead(Path.Combine(info.PackageFolder, capability.Answer));
        using var json = JsonDocument.Parse(file);
        return JsonShape.Parse(json.RootElement);
    }
}
