using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>The full record as the actor may see it. Numbers and phone are masked.</summary>
public sealed record ResidentView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Pinyin { get; init; }

    /// <summary>GB/T 2261.1 code.</summary>
    public required string Sex { get; init; }

    public int? Age { get; init; }

    public string? AgeBand { get; init; }

    /// <summary><c>present movedOut dead</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>together</c> lives where registered, <c>away</c> registered elsewhere; null: unknown.</summary>
    public string? Residency { get; init; }

    /// <summary>GA/T 2000.156 kind of the identity paper.</summary>
    public string? DocumentKind { get; init; }

    public string? DocumentNumber { get; init; }

    public SourcedValue? Phone { get; init; }

    public SourcedValue? Address { get; init; }

    public string? Region { get; init; }

    public string? Grid { get; init; }

    public string? HukouRegion { get; init; }

    public IReadOnlyList<ResidentTagView> Tags { get; init; } = [];

    public IReadOnlyList<HouseholdMemberView> Household { get; init; } = [];

    public IReadOnlyList<LifeEventView> Events { get; init; } = [];

    /// <summary>Newest confirmation of any field.</summary>
    public DateOnly? AsOf { get; init; }

    public string? Source { get; init; }

    /// <summary>Whether the actor may see this resident's clear values for a purpose.</summary>
    public bool MayReveal { get; init; }

    public required int Version { get; init; }
}

/// <summary>A tag of a resident.</summary>
/// <param name="Key">Key.</param>
/// <param name="Title">Title in the reader's language.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Last day.</param>
public sealed record ResidentTagView(string Key, string Title, DateOnly? Since, DateOnly? Until);

/// <summary>Somebody behind the same door.</summary>
/// <param name="Id">Resident; null when the actor may not open the record.</param>
/// <param name="Name">Name; masked when the actor may not open the record.</param>
/// <param name="Relation">GB/T 4761 code, to the head.</param>
/// <param name="Self">Whether it is the resident of the record.</param>
/// <param name="State">State.</param>
public sealed record HouseholdMemberView(Guid? Id, string Name, string Relation, bool Self, string State);

/// <summary>Something that happened.</summary>
/// <param name="Kind">Kind in camelCase.</param>
/// <param name="On">Day it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Source">Source.</param>
public sealed record LifeEventView(string Kind, DateOnly? On, DateTimeOffset RecordedAt, string Source);
