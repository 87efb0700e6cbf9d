namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What an engine keeps of a resident: the tokens and the few readable values that ranking and verifying need.</summary>
public sealed record IndexDocument
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public bool Gone { get; init; }

    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Two sums of 32 bits over id, version and tokens, for finding drift.</summary>
    public required long Checksum { get; init; }

    /// <summary>One of 4,096 by the id.</summary>
    public required int Bucket { get; init; }

    /// <summary>Name without dots and blanks, in its compared form.</summary>
    public string Name { get; init; } = "";

    /// <summary>Units of the address, a blank between them.</summary>
    public string Address { get; init; } = "";

    public string? Region { get; init; }

    public string? Grid { get; init; }

    public Guid? Household { get; init; }

    public int? BirthYear { get; init; }

    public string Sex { get; init; } = "0";

    /// <summary>Whether the person lives where the record says.</summary>
    public bool Present { get; init; } = true;

    /// <summary>Order among equals: the name as it is said.</summary>
    public string SortKey { get; init; } = "";
}
