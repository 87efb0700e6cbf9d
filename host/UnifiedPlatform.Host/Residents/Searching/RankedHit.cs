using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>A hit with its place: exact name, beginning of the name, rest; own region first; those who live there before those who moved; then the name as it is said.</summary>
internal sealed record RankedHit(IndexHit Hit, int Name, int Distance, int Away) : IComparable<RankedHit>
{
    public static RankedHit Of(IndexHit hit, ParsedQuery parsed, Actor actor)
    {
        var names = parsed.Terms.Select(t => t.Name).OfType<string>().ToList();
        var name = names.Contains(hit.Name, StringComparer.Ordinal) ? 0 : names.Exists(n => hit.Name.StartsWith(n, StringComparison.Ordinal)) ? 1 : 2;
        return new RankedHit(hit, name, DistanceOf(hit, actor.Region), hit.Present ? 0 : 1);
    }

    public int CompareTo(RankedHit? other)
    {
        if (other is null) return 1;
        var order = Name.CompareTo(other.Name);
        if (order == 0) order = Distance.CompareTo(other.Distance);
        if (order == 0) order = Away.CompareTo(other.Away);
        if (order == 0) order = string.CompareOrdinal(Hit.SortKey, other.Hit.SortKey);
        return order == 0 ? Hit.Id.CompareTo(other.Hit.Id) : order;
    }

    private static int DistanceOf(IndexHit hit, string? own)
    {
        if (own is null) return 0;
        if (hit.Grid == own || hit.Region == own) return 0;
        foreach (var (length, distance) in (ReadOnlySpan<(int, int)>)[(12, 1), (9, 2), (6, 3)])
            if (own.Length >= length && hit.Region?.StartsWith(own[..length], StringComparison.Ordinal) == true) return distance;
        return 4;
    }
}
