using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The rule for module ids (contracts.md §3).</summary>
public static partial class ModuleId
{
    private static readonly HashSet<string> Reserved = new(["host", "residents", "security", "audit", "system", "exports", "admin", "api"], StringComparer.Ordinal);

    /// <summary>Whether the text may be a module id.</summary>
    public static bool IsValid(string? id) => id is not null && Form().IsMatch(id) && !Reserved.Contains(id);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,40}$")]
    private static partial Regex Form();
}
