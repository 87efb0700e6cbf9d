namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>A registered household (户籍户): the police's unit, wherever its members live.</summary>
public sealed class HukouHousehold
{
    public required Guid Id { get; init; }

    public required string Region { get; set; }

    /// <summary>The key the source knows it by, within the region.</summary>
    public required string Key { get; init; }

    /// <summary>A collective household has no head.</summary>
    public bool Collective { get; set; }

    public int Version { get; private set; }
}

/// <summary>A dwelling household (居住户): those who live behind one door, wherever they are registered.</summary>
public sealed class DwellingHousehold
{
    public required Guid Id { get; init; }

    public required string Region { get; set; }

    public Guid? AddressId { get; set; }

    /// <summary>The key the source knows it by, within the region.</summary>
    public required string Key { get; init; }

    public int Version { get; private set; }
}

/// <summary>Which kind of household a membership is of.</summary>
public enum HouseholdKind
{
    /// <summary>Registered household.</summary>
    Hukou,

    /// <summary>Dwelling household.</summary>
    Dwelling,
}

/// <summary>A person in a household. The relation is always to the head.</summary>
public sealed class HouseholdMember
{
    public required Guid Id { get; init; }

    public required HouseholdKind Kind { get; init; }

    public required Guid HouseholdId { get; set; }

    public required Guid PersonId { get; init; }

    /// <summary>GB/T 4761 code; 02 is the head.</summary>
    public required string Relation { get; set; }

    public required DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }

    public int Version { get; private set; }
}
