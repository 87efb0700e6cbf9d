namespace UnifiedPlatform.Host.Residents.Demo;

/// <summary>Somebody who does not exist, as a row of the register's file.</summary>
public sealed record DemoResident
{
    public required string Name { get; init; }

    /// <summary>Identity number of an address code allotted to nobody (99xxxx).</summary>
    public required string NationalId { get; init; }

    /// <summary>GB/T 2261.1 code.</summary>
    public required string Sex { get; init; }

    public required DateOnly Birth { get; init; }

    public string? Phone { get; init; }

    /// <summary>Community, 12 digits.</summary>
    public required string Region { get; init; }

    public required string Grid { get; init; }

    public required string Road { get; init; }

    public required string Number { get; init; }

    public string? Estate { get; init; }

    public string? Building { get; init; }

    public string? Unit { get; init; }

    public string? Room { get; init; }

    public required string HukouRegion { get; init; }

    public required string HukouHousehold { get; init; }

    public required string Household { get; init; }

    /// <summary>GB/T 4761 code.</summary>
    public required string Relation { get; init; }

    /// <summary>Kinds of civil tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
