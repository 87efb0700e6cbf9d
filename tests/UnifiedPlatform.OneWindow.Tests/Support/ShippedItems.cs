using System.Text.Json.Nodes;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>The shipped service items as text, to read and to break.</summary>
internal static class ShippedItems
{
    public static string HomeCareText { get; } = Text("home-care-visit.v1");

    public static ServiceItem HomeCare { get; } = Read(HomeCareText);

    public static string Text(string name)
    {
        using var stream = typeof(ServiceItem).Assembly.GetManifestResourceStream($"ServiceItems/{name}.json") ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static ServiceItem Read(string text) => ItemReader.Read(text) switch
    {
        ({ } document, _) => document.Item,
        (_, var problem) => throw new InvalidOperationException(problem?.ToString()),
    };

    /// <summary>The document with something changed.</summary>
    public static string With(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(HomeCareText)!.AsObject(); // the shipped document is an object
        change(json);
        return json.ToJsonString();
    }
}
