using System.Text.Json;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>Reads from a module's <c>.deps.json</c> which of its libraries come with the SDK, and so from the host, and which are its own.</summary>
internal static class SharedClosure
{
    private static readonly string[] Roots = ["UnifiedPlatform.Sdk", "UnifiedPlatform.Sdk.Web", "UnifiedPlatform.Sdk.Build", "UnifiedPlatform.Sdk.Analyzers"];

    /// <summary>File names of the assemblies only this module brings.</summary>
    public static IReadOnlyList<string> PrivateAssemblies(string depsFile, string moduleAssembly)
    {
        if (!File.Exists(depsFile)) return [];
        using var deps = JsonDocument.Parse(File.ReadAllBytes(depsFile));
        var target = deps.RootElement.GetProperty("targets").EnumerateObject().First().Value;
        var libraries = target.EnumerateObject().ToDictionary(library => library.Name.Split('/')[0], library => library.Value, StringComparer.OrdinalIgnoreCase);

        var shared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var root in Roots) Walk(root, libraries, shared);
        return [.. libraries.Where(library => !shared.Contains(library.Key)).SelectMany(library => Assemblies(library.Value))
            .Where(file => !string.Equals(file, moduleAssembly, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
    }

    private static void Walk(string library, Dictionary<string, JsonElement> libraries, HashSet<string> seen)
    {
        if (!libraries.TryGetValue(library, out var entry) || !seen.Add(library) || !entry.TryGetProperty("dependencies", out var dependencies)) return;
        foreach (var dependency in dependencies.EnumerateObject()) Walk(dependency.Name, libraries, seen);
    }

    private static IEnumerable<string> Assemblies(JsonElement library) =>
        library.TryGetProperty("runtime", out var files) ? files.EnumerateObject().Select(file => Path.GetFileName(file.Name)) : [];
}
