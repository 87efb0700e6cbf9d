using UnifiedPlatform.Host.Residents.Indexing;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>A typed query, understood.</summary>
/// <param name="Terms">Its words; each must be met.</param>
/// <param name="Hint">Text key of what would work instead; null: nothing to say.</param>
/// <param name="IdPrefix">First fourteen digits of an identity number to compare after opening it; null: not asked.</param>
public sealed record ParsedQuery(IReadOnlyList<SearchTerm> Terms, string? Hint, string? IdPrefix)
{
    /// <summary>Whether there is anything to look for.</summary>
    public bool Empty => Terms.Count == 0;

    /// <summary>The condition of all words together; only for a query that is not empty.</summary>
    public TokenCondition Condition => TokenCondition.AllOf(Terms.Select(t => t.Condition));

    /// <summary>The name when the query is one word of characters, for putting bearers of exactly this name first.</summary>
    public string? WholeName => Terms.FirstOrDefault(t => t.Name is not null)?.Name;
}
