using Microsoft.EntityFrameworkCore;
using System.Text.Json;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Pinyin;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Makes the cards of residents as the actor may see them, from the register as it is now. Scoped.</summary>
public sealed class ResidentCards(ResidentsDbContext database, RegisterReader register, PersonSecrets secrets, NameReader names, TagCatalogue tags, IAccess access)
{
    /// <summary>Cards in the order of the ids; whoever is hidden, erased or unknown is left out.</summary>
    public async ValueTask<IReadOnlyList<ResidentCard>> OfAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var open = await VisibleAsync(ResidentPermissions.View, ids, cancellationToken);
        var found = await VisibleAsync(ResidentPermissions.Card, ids, cancellationToken);
        foreach (var (id, person) in open) found[id] = person;

        var addresses = found.Values.Select(p => p.AddressId).OfType<Guid>().Distinct().ToList();
        var lines = await database.Addresses.AsNoTracking().Where(a => addresses.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Line, cancellationToken);
        var shown = tags.VisibleTo(access.Rights).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var kinds = (await database.Tags.AsNoTracking().Where(t => ids.Contains(t.PersonId) && t.Active).Select(t => new { t.PersonId, t.Source, t.Kind }).ToListAsync(cancellationToken))
            .ToLookup(t => t.PersonId, t => TagCatalogue.KeyOf(t.Source, t.Kind));
        return [.. ids.Where(found.ContainsKey).Select(id => Card(found[id], open.ContainsKey(id), lines, kinds[id].Where(shown.Contains)))];
    }

    private async ValueTask<Dictionary<Guid, Person>> VisibleAsync(string permission, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        access.May(permission) ? await access.Query<Person>(database, permission).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken) : [];

    private ResidentCard Card(Person person, bool open, Dictionary<Guid, string> lines, IEnumerable<string> kinds)
    {
        var line = open && person.AddressId is { } at ? lines.GetValueOrDefault(at) : null;
        return new ResidentCard(
            person.Id, person.Name, names.Read(SearchText.Name(person.Name), person.Pinyin).FirstOrDefault()?.ToString(), person.Sex, person.AgeBand,
            secrets.Document(person) is { } number ? Masks.NationalId(number) : null, secrets.Phone(person) is { } phone ? Masks.Phone(phone) : null,
            register.AddressLine(person.Scope.Region, line), person.Scope.Region, open ? person.Scope.Grid : null,
            JsonNamingPolicy.CamelCase.ConvertName(person.State.ToString()), open ? [.. kinds.Order(StringComparer.Ordinal)] : [], open);
    }
}
