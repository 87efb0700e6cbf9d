using System.Collections.Frozen;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Kinds of tags by the titles people type and import.</summary>
/// <param name="titles">Title and kind, several titles a kind.</param>
public sealed class TagTitles(IEnumerable<KeyValuePair<string, string>> titles)
{
    private readonly FrozenDictionary<string, string[]> _kinds = titles.GroupBy(t => t.Key.Trim(), t => t.Value, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The kinds with exactly this title.</summary>
    public IReadOnlyList<string> Kinds(string title) => _kinds.GetValueOrDefault(title.Trim(), []);
}
