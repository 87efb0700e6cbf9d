using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L02: versions follow one another, and what was published stays as it was.</summary>
internal static class VersionRules
{
    public static IEnumerable<LintFinding> Check(ItemDocument document, ILintWorld world)
    {
        var (code, version) = (document.Item.Code, document.Item.Version);
        if (world.PublishedHash(code, version) is { } hash)
        {
            if (hash != document.Hash) yield return new LintFinding("L02", "$.version", "published-is-immutable");
        }
        else if (version != world.LastVersion(code) + 1) yield return new LintFinding("L02", "$.version", "version-follows-last");
    }
}
