namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>A tag of the register itself or a fact a module has published about a person. One row a person, source and kind.</summary>
public sealed class ResidentTag
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary><c>residents</c>, or the module that published the fact.</summary>
    public required string Source { get; init; }

    /// <summary>Kind, unique in its source.</summary>
    public required string Kind { get; init; }

    public bool Active { get; set; }

    public DateOnly? Since { get; set; }

    /// <summary>Last day it holds; after it the tag waits for review.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Law or notice it rests on; null: said by the source.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>Department that answers for it; null: the source.</summary>
    public string? Dept { get; set; }

    /// <summary>Version of the fact as published; an older one changes nothing.</summary>
    public long FactVersion { get; set; }

    public int Version { get; private set; }
}
