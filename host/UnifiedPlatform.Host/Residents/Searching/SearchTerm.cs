using UnifiedPlatform.Host.Residents.Indexing;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>One word of the query: the condition that finds candidates and the test that only true hits pass.</summary>
/// <param name="Condition">What the tokens must hold.</param>
/// <param name="Name">Characters that may stand in the name; null: the word is none.</param>
/// <param name="Address">Units that may stand in the address, blanks around; null: the word is none.</param>
/// <param name="Kind">How a hit is told to have been found.</param>
public sealed record SearchTerm(TokenCondition Condition, string? Name, string? Address, TermKind Kind)
{
    /// <summary>The identity number, 18 digits, for a look-up without the index; null: the word is none. Lives as long as the request.</summary>
    public string? WholeId { get; init; }

    /// <summary>Pairs of neighbours carry no positions, so a hit is checked against the text itself. Hashes and pinyin are exact.</summary>
    public bool Verify(IndexHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        if (Name is null && Address is null) return true;
        return (Name is { } name && hit.Name.Contains(name, StringComparison.Ordinal)) || (Address is { } units && $" {hit.Address} ".Contains(units, StringComparison.Ordinal)) || Kind == TermKind.Tag;
    }
}

/// <summary>What a word of the query can be.</summary>
public enum TermKind
{
    /// <summary>Characters of a name or an address.</summary>
    Text,

    /// <summary>Pinyin or initials.</summary>
    Pinyin,

    /// <summary>An identity number, a phone, or the last digits of one.</summary>
    Number,

    /// <summary>A birth date or year.</summary>
    Birth,

    /// <summary>A division or grid by its code.</summary>
    Place,

    /// <summary>A tag by its title.</summary>
    Tag,
}
