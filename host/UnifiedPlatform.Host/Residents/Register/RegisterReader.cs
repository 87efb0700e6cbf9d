using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Reads people with all that the index knows of them.</summary>
public sealed class RegisterReader(PersonSecrets secrets, IRegions regions, TagCatalogue tags)
{
    /// <summary>Why the index reads beyond anybody's scope: each search is held against the searcher's own.</summary>
    internal const string Everybody = "the index holds everybody";

    /// <summary>The people as the index sees them; unknown ids are left out.</summary>
    public async ValueTask<IReadOnlyList<IndexedResident>> IndexedAsync(ResidentsDbContext database, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var people = await database.People.BeyondAccess(Everybody).AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var addressIds = people.Select(p => p.AddressId).OfType<Guid>().Distinct().ToList();
        var lines = await database.Addresses.AsNoTracking().Where(a => addressIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Line, cancellationToken);
        var homes = await database.HouseholdMembers.AsNoTracking().Where(m => ids.Contains(m.PersonId) && m.Kind == HouseholdKind.Dwelling && m.Until == null)
            .ToDictionaryAsync(m => m.PersonId, m => m.HouseholdId, cancellationToken);
        var kinds = (await database.Tags.AsNoTracking().Where(t => ids.Contains(t.PersonId) && t.Active).Select(t => new { t.PersonId, t.Source, t.Kind }).ToListAsync(cancellationToken))
            .ToLookup(t => t.PersonId, t => TagCatalogue.KeyOf(t.Source, t.Kind));
        return [.. people.Select(person => Indexed(person, person.AddressId is { } at ? lines.GetValueOrDefault(at) : null, homes.TryGetValue(person.Id, out var home) ? home : null, kinds[person.Id]))];
    }

    /// <summary>The community as people call it: 凌桥社区, 查湾村; null: unknown.</summary>
    public string? Community(string? region) => regions.Find(region ?? "") is { Code.Length: 12 } community ? community.ShortName + Word(community.Name) : null;

    /// <summary>Community and the address below it, as one line; null: neither is known.</summary>
    public string? AddressLine(string? region, string? line) =>
        string.Join(' ', new[] { Community(region), line }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } whole ? whole : null;

    private IndexedResident Indexed(Person person, string? line, Guid? household, IEnumerable<string> kinds)
    {
        if (person.State == PersonState.Erased) return new IndexedResident { Id = person.Id, Version = person.Version, Gone = true };
        return new IndexedResident
        {
            Id = person.Id,
            Version = person.Version,
            Name = person.Name,
            Pinyin = person.Pinyin,
            NationalId = secrets.Document(person),
            Phone = secrets.Phone(person),
            BirthDate = secrets.Birth(person),
            Sex = person.Sex,
            Address = Searched(person.Scope.Region, line),
            Region = person.Scope.Region,
            Grid = person.Scope.Grid,
            Household = household,
            Tags = [.. kinds.Where(key => tags.Find(key) is not null).Distinct(StringComparer.Ordinal)],
            Present = person.State == PersonState.Present,
        };
    }

    private string Searched(string? region, string? line) =>
        (region is { Length: >= 9 } ? regions.Find(region[..9])?.Name : "") + Community(region) + line;

    // The table says 凌桥居委会 and 查湾村委会; nobody types that.
    private static string Word(string name) => name.EndsWith("村委会", StringComparison.Ordinal) || name.EndsWith("村民委员会", StringComparison.Ordinal) ? "村" : "社区";
}
