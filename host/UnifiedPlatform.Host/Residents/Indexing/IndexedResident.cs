namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What of a resident is turned into tokens. Lives in memory only: ids, phones and the birth date leave it as keyed hashes.</summary>
public sealed record IndexedResident
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of the record; an older one never overwrites a newer.</summary>
    public required long Version { get; init; }

    /// <summary>The record is no longer found: erased or merged away.</summary>
    public bool Gone { get; init; }

    /// <summary>Name as written.</summary>
    public string Name { get; init; } = "";

    /// <summary>Former and other names.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>How the person says the name; null: as usual.</summary>
    public string? Pinyin { get; init; }

    /// <summary>Identity number, 18 digits; null: none.</summary>
    public string? NationalId { get; init; }

    /// <summary>Phone, digits only; null: none.</summary>
    public string? Phone { get; init; }

    /// <summary>Birth date; null: unknown.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>GB/T 2261.1 code.</summary>
    public string Sex { get; init; } = "0";

    /// <summary>Names of town and community and the address below them.</summary>
    public string Address { get; init; } = "";

    /// <summary>Region of the dwelling, 12 digits; null: unknown.</summary>
    public string? Region { get; init; }

    /// <summary>Grid of the dwelling, 16 digits; null: unknown.</summary>
    public string? Grid { get; init; }

    /// <summary>Dwelling household; null: none.</summary>
    public Guid? Household { get; init; }

    /// <summary>Tags and facts that may be searched by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the person still lives where the record says.</summary>
    public bool Present { get; init; } = true;
}
