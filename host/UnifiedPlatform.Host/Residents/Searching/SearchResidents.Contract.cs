namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>What somebody looks for.</summary>
public sealed record SearchResidentsRequest
{
    /// <summary>The one box: names, pinyin, initials, digits, dates, addresses, mixed with blanks.</summary>
    public string? Q { get; init; }

    /// <summary>Further conditions; null: none.</summary>
    public SearchResidentsFilters? Filters { get; init; }

    /// <summary>Most items of the page, 1 to 200; default 20.</summary>
    public int? Limit { get; init; }

    /// <summary>Where the page before ended; null: the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Purpose of the search; null: counter service.</summary>
    public string? Purpose { get; init; }
}

/// <summary>Conditions beside the box; each that is given must hold.</summary>
public sealed record SearchResidentsFilters
{
    /// <summary>County, town or community by its code, or a grid.</summary>
    public string? Region { get; init; }

    /// <summary>GB/T 2261.1 code.</summary>
    public string? Sex { get; init; }

    /// <summary>Birth year.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Dwelling household.</summary>
    public Guid? Household { get; init; }

    /// <summary>Keys of tags and facts; all of them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>What was found.</summary>
/// <param name="Items">The page.</param>
/// <param name="Count">How many there are, at most 1000.</param>
/// <param name="CountText"><c>1000+</c> when there are more.</param>
/// <param name="NextCursor">For the next page; null: this was the last.</param>
/// <param name="Hint">What would find more; null: nothing to say.</param>
public sealed record SearchResidentsResponse(IReadOnlyList<ResidentCard> Items, int Count, string CountText, string? NextCursor, string? Hint);
