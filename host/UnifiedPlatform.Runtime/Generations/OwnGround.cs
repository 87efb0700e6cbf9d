using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>A module stays on its own ground: no route that reads like another's address, no text under another's name.</summary>
internal static class OwnGround
{
    private static readonly string[] OfThePlatform = ["host", "components", "module-failure", "module-state"];

    /// <exception cref="ModuleRefusedException">A route does not stay there.</exception>
    public static void CheckRoutes(IEnumerable<EndpointDataSource> sources)
    {
        if (sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText ?? "").FirstOrDefault(IsForeign) is { } foreign)
            throw ModuleRefusedException.For(ModuleFailureCodes.ForeignRoute, foreign);
    }

    /// <exception cref="ModuleRefusedException">A text does not stay there.</exception>
    public static void CheckTexts(ModuleInfo info, IReadOnlyCollection<string> modules)
    {
        var folder = Path.Combine(info.PackageFolder, "Resources");
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            if (Keys(file).FirstOrDefault(key => Area(key) is var area && area != info.Id && (OfThePlatform.Contains(area) || modules.Contains(area))) is { } foreign)
                throw ModuleRefusedException.For(ModuleFailureCodes.ForeignText, foreign);
    }

    private static bool IsForeign(string pattern) => pattern.TrimStart('/').Split('/')[0] is "m" or "..";

    private static string Area(string key) => key.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? key[..dot] : key;

    private static IReadOnlyList<string> Keys(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject().Select(text => text.Name)] : [];
    }
}
