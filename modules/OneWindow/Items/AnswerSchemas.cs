using System.Collections.Concurrent;
using System.Text.Json;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>Schemas of answers the counter keeps itself, so that it can show and fill any part while the module is away.</summary>
internal sealed class AnswerSchemas
{
    private readonly ConcurrentDictionary<string, JsonShape?> _shapes = new();

    /// <summary>The shape of a schema such as <c>home-assessment.v1</c>; null: unknown.</summary>
    public JsonShape? Find(string name) => _shapes.GetOrAdd(name, Read);

    private static JsonShape? Read(string name)
    {
        using var stream = typeof(AnswerSchemas).Assembly.GetManifestResourceStream($"ServiceItems/Answers/{name}.schema.json");
        if (stream is null) return null;
        using var json = JsonDocument.Parse(stream);
        return JsonShape.Parse(json.RootElement);
    }
}
