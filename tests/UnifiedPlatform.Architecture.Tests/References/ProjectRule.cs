namespace UnifiedPlatform.Architecture.Tests.References;

/// <summary>Who may reference whom (contracts: a module knows the SDK and nothing else of ours).</summary>
internal static class ProjectRule
{
    private const string Prefix = "UnifiedPlatform.";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Sdk"] = [],
        ["Sdk.Web"] = ["Sdk"],
        ["Sdk.Analyzers"] = [],
        ["Sdk.Analyzers.Fixes"] = [],
        ["Sdk.Build"] = ["Sdk"],
        ["Sdk.Migrations"] = ["Sdk"],
        ["Sdk.Testing"] = ["Sdk", "Sdk.Web", "Runtime", "Host"],
        ["Sdk.DevHost"] = ["Sdk", "Runtime", "Host"],
        ["Templates"] = [],
        ["Runtime"] = ["Sdk"],
        ["Host"] = ["Sdk", "Sdk.Web", "Runtime"],
    };

    private static readonly string[] AllowedToModules = ["Sdk", "Sdk.Web"];

    /// <summary>What a project or assembly references and may not.</summary>
    /// <param name="name">Name of the project, or of a module's assembly.</param>
    /// <param name="module">Whether it is a module.</param>
    /// <param name="references">Names it references.</param>
    /// <param name="moduleIds">Ids of all modules: their assemblies are called <c>id-version</c>.</param>
    public static IEnumerable<string> Violations(string name, bool module, IEnumerable<string> references, IReadOnlyCollection<string> moduleIds)
    {
        var allowed = module ? AllowedToModules : Allowed.GetValueOrDefault(name.Replace(Prefix, "", StringComparison.Ordinal));
        if (allowed is null) return [$"{name} is a project no rule knows: say in {nameof(ProjectRule)} what it may reference."];
        return references.Where(reference => IsOurs(reference, moduleIds) && !allowed.Contains(reference.Replace(Prefix, "", StringComparison.Ordinal)))
            .Select(reference => $"{name} references {reference}; it may reference {(allowed.Length == 0 ? "nothing of ours" : string.Join(", ", allowed))}.");
    }

    private static bool IsOurs(string reference, IReadOnlyCollection<string> moduleIds) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) || moduleIds.Any(id => reference == id || reference.StartsWith(id + "-", StringComparison.Ordinal));
}
