namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Something that happened to a person. Only ever added.</summary>
public sealed class LifeEvent
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required LifeEventKind Kind { get; init; }

    /// <summary>Day it happened; null: known only from the record.</summary>
    public DateOnly? On { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Source, e.g. <c>import</c>, <c>counter</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Account that recorded it; null: the platform.</summary>
    public Guid? By { get; init; }
}

/// <summary>Kinds of life events (handbook §6.5).</summary>
public enum LifeEventKind
{
    /// <summary>Came into the register.</summary>
    Registered,

    /// <summary>Born.</summary>
    Birth,

    /// <summary>Died.</summary>
    Death,

    /// <summary>Moved here.</summary>
    MoveIn,

    /// <summary>Moved away.</summary>
    MoveOut,

    /// <summary>Married.</summary>
    Marriage,

    /// <summary>Divorced.</summary>
    Divorce,

    /// <summary>Took another name.</summary>
    NameChange,

    /// <summary>Got another identity number.</summary>
    IdChange,

    /// <summary>Changed household.</summary>
    HouseholdChange,

    /// <summary>A tag came or went.</summary>
    TagChange,
}
