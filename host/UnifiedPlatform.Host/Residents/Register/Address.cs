namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>A standard address: division, road and number, estate, building, unit, floor, room, and the grid it lies in.</summary>
public sealed class Address
{
    public required Guid Id { get; init; }

    public required string Region { get; init; }

    public string? Grid { get; set; }

    public string? Road { get; init; }

    public string? Number { get; init; }

    public string? Estate { get; init; }

    public string? Building { get; init; }

    public string? Unit { get; init; }

    public string? Floor { get; init; }

    public string? Room { get; init; }

    /// <summary>The address as people write it, below the community.</summary>
    public required string Line { get; init; }

    /// <summary>Region and the address in its compared form; one row an address.</summary>
    public required string Key { get; init; }

    public int Version { get; private set; }
}
