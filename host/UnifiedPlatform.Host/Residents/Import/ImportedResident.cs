namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>One row that has been found right.</summary>
public sealed record ImportedResident
{
    public required int Line { get; init; }

    public required string Name { get; init; }

    /// <summary>GA/T 2000.156 kind.</summary>
    public required string DocumentKind { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>GB/T 2261.1 code.</summary>
    public required string Sex { get; init; }

    public DateOnly? Birth { get; init; }

    public string? Phone { get; init; }

    public required string Region { get; init; }

    public string? Grid { get; init; }

    public string? Road { get; init; }

    public string? Number { get; init; }

    public string? Estate { get; init; }

    public string? Building { get; init; }

    public string? Unit { get; init; }

    public string? Floor { get; init; }

    public string? Room { get; init; }

    public string? HukouRegion { get; init; }

    public string? HukouHousehold { get; init; }

    public string? Household { get; init; }

    /// <summary>GB/T 4761 code.</summary>
    public string? Relation { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The address below the community as people write it; empty: none given.</summary>
    public string AddressLine => string.Join(' ', new[]
    {
        Road + With(Number, "号"), Estate ?? "", With(Building, "幢") + With(Unit, "单元") + With(Floor, "层") + With(Room, "室"),
    }.Where(part => part.Length > 0));

    // 3 and 3幢 are both written; 无 stands in the standard for "there is none".
    private static string With(string? value, string word) => value switch
    {
        null or "" or "无" => "",
        _ when char.IsAsciiLetterOrDigit(value[^1]) => value + word,
        _ => value,
    };
}
