using System.Collections.Immutable;
using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Who acts, as far as a case needs to know.</summary>
public sealed record Acting(Guid Account, string? Org, string? Region, ImmutableHashSet<string> Roles, ImmutableHashSet<Power> Powers)
{
    /// <summary>Module whose report this is; null: a person.</summary>
    public string? Module { get; init; }

    /// <summary>Resident for whom the actor acts.</summary>
    public Guid? OnBehalf { get; init; }

    public bool Has(Power power) => Powers.Contains(power);

    /// <summary>Whether the actor holds the queue: same organisation, same town where both are known, and the role of it.</summary>
    public bool Holds(QueueKey queue) =>
        Org == queue.Org && SameTown(Region, queue.Region) && (queue.Role == QueueLines.ClerkRole ? Has(Power.Edit) : Roles.Contains(queue.Role));

    /// <summary>Whether one of the regions lies in the other, towns taken whole.</summary>
    public static bool SameTown(string? region, string other)
    {
        var (mine, theirs) = (Significant(QueueLines.Town(region)), Significant(other));
        return mine.StartsWith(theirs, StringComparison.Ordinal) || theirs.StartsWith(mine, StringComparison.Ordinal);
    }

    // A county is written 340822000 as well as 340822; only whole levels of zeros are left out.
    private static string Significant(string region) => region switch
    {
        { Length: 9 } when region.EndsWith("000", StringComparison.Ordinal) => Significant(region[..6]),
        { Length: 6 or 4 } when region.EndsWith("00", StringComparison.Ordinal) => Significant(region[..^2]),
        _ => region,
    };
}
