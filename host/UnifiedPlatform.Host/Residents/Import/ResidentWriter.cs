using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>Writes imported rows into the register: people, addresses, households, tags and what happened. Scoped.</summary>
public sealed class ResidentWriter(ResidentsDbContext database, RegisterChanges changes, PersonSecrets secrets, IAccess access, IWorkCalendar calendar, TimeProvider clock)
{
    private const string Source = "import";
    private readonly DateTimeOffset _now = clock.GetUtcNow();
    private readonly DateOnly _today = calendar.Today;
    private Dictionary<string, Address> _addresses = [];
    private Dictionary<(string Region, string Key), DwellingHousehold> _dwellings = [];
    private Dictionary<(string Region, string Key), HukouHousehold> _hukou = [];
    private Dictionary<(Guid Person, HouseholdKind Kind), HouseholdMember> _members = [];
    private ILookup<Guid, ResidentTag> _tags = Array.Empty<ResidentTag>().ToLookup(t => t.PersonId);

    /// <summary>Writes one batch.</summary>
    /// <returns>How many people are new, and how many of the known took something over.</returns>
    public async ValueTask<(int Added, int Updated)> WriteAsync(IReadOnlyList<ImportedResident> rows, CancellationToken cancellationToken)
    {
        var people = await LoadAsync(rows, cancellationToken);
        var (added, updated) = (0, 0);
        var changed = new List<Person>(rows.Count);
        foreach (var row in rows)
        {
            var known = people.GetValueOrDefault(Convert.ToHexString(secrets.KeyOf(row.DocumentKind, row.DocumentNumber)));
            var person = known ?? Register(row);
            var different = Apply(person, row, known is null);
            if (known is null) added++;
            else if (different) updated++;
            if (known is not null && !different) continue;
            changes.Touch(person);
            changed.Add(person);
        }
        await changes.SaveAsync(changed, cancellationToken);
        database.ChangeTracker.Clear();
        return (added, updated);
    }

    private async ValueTask<Dictionary<string, Person>> LoadAsync(IReadOnlyList<ImportedResident> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(r => secrets.KeyOf(r.DocumentKind, r.DocumentNumber)).ToList();
        var people = await database.People.BeyondAccess("one person has one record, wherever it is kept").Where(p => p.DocumentKey != null && keys.Contains(p.DocumentKey) && !p.Disputed).ToListAsync(cancellationToken);
        var ids = people.Select(p => p.Id).ToList();
        var addressKeys = rows.Select(AddressKey).OfType<string>().Distinct().ToList();
        _addresses = await database.Addresses.Where(a => addressKeys.Contains(a.Key)).ToDictionaryAsync(a => a.Key, StringComparer.Ordinal, cancellationToken);
        var homes = rows.Select(r => r.Household).OfType<string>().Distinct().ToList();
        _dwellings = await database.DwellingHouseholds.Where(h => homes.Contains(h.Key)).ToDictionaryAsync(h => (h.Region, h.Key), cancellationToken);
        var registered = rows.Select(r => r.HukouHousehold).OfType<string>().Distinct().ToList();
        _hukou = await database.HukouHouseholds.Where(h => registered.Contains(h.Key)).ToDictionaryAsync(h => (h.Region, h.Key), cancellationToken);
        _members = await database.HouseholdMembers.Where(m => ids.Contains(m.PersonId) && m.Until == null).ToDictionaryAsync(m => (m.PersonId, m.Kind), cancellationToken);
        _tags = (await database.Tags.Where(t => ids.Contains(t.PersonId) && t.Source == TagCatalogue.Own).ToListAsync(cancellationToken)).ToLookup(t => t.PersonId);
        return people.ToDictionary(p => Convert.ToHexString(p.DocumentKey!)); // chosen by it
    }

    private Person Register(ImportedResident row)
    {
        var person = new Person { Id = Guid.CreateVersion7(_now), Name = row.Name, Sex = row.Sex, CreatedAt = _now, ChangedAt = _now };
        secrets.SetDocument(person, row.DocumentKind, row.DocumentNumber);
        Confirm(person, "document");
        database.People.Add(person);
        Happened(person, LifeEventKind.Registered);
        return person;
    }

    private bool Apply(Person person, ImportedResident row, bool fresh)
    {
        var different = fresh;
        if (person.Name != row.Name)
        {
            person.Name = row.Name;
            different = Happened(person, LifeEventKind.NameChange);
        }
        if (row.Sex != "0" && person.Sex != row.Sex) { person.Sex = row.Sex; different = true; }
        if (row.Birth is { } birth && secrets.Birth(person) != birth) { secrets.SetBirth(person, birth, _today); different = Confirm(person, "birthDate"); }
        if (row.Phone is { } phone && secrets.Phone(person) != phone) { secrets.SetPhone(person, phone); different = Confirm(person, "phone"); }
        if (row.HukouRegion is { } hukou && person.HukouRegion != hukou) { person.HukouRegion = hukou; different = Confirm(person, "hukou"); }
        different |= Place(person, row, fresh);
        different |= Join(person, HouseholdKind.Dwelling, row.Household is { } key ? Dwelling(row, key, person.AddressId).Id : null, row.Relation, fresh);
        different |= Join(person, HouseholdKind.Hukou, row.HukouHousehold is { } book ? Hukou(row, book).Id : null, row.Relation, fresh);
        return different | Tag(person, row);
    }

    private bool Place(Person person, ImportedResident row, bool fresh)
    {
        var address = AddressOf(row);
        var grid = row.Grid ?? address?.Grid ?? (person.Scope.Region == row.Region ? person.Scope.Grid : null);
        if (person.Scope.Region == row.Region && person.Scope.Grid == grid && (address is null || address.Id == person.AddressId)) return false;

        if (!fresh && person.Scope.Region != row.Region) Happened(person, LifeEventKind.MoveIn);
        // Without a new address the old one stays only inside the same community.
        if (address is not null || person.Scope.Region != row.Region) person.AddressId = address?.Id;
        (person.Scope.Region, person.Scope.Grid) = (row.Region, grid);
        return Confirm(person, "address");
    }

    private bool Join(Person person, HouseholdKind kind, Guid? household, string? relation, bool fresh)
    {
        if (household is not { } id) return false;
        if (_members.TryGetValue((person.Id, kind), out var member))
        {
            if (member.HouseholdId == id && (relation is null || member.Relation == relation)) return false;
            if (member.HouseholdId == id)
            {
                member.Relation = relation!; // a different one, so there is one
                return true;
            }
            member.Until = _today;
        }
        database.HouseholdMembers.Add(_members[(person.Id, kind)] = new HouseholdMember { Id = Guid.CreateVersion7(_now), Kind = kind, HouseholdId = id, PersonId = person.Id, Relation = relation ?? "99", Since = _today });
        return fresh || Happened(person, LifeEventKind.HouseholdChange);
    }

    private bool Tag(Person person, ImportedResident row)
    {
        var different = false;
        foreach (var kind in row.Tags)
        {
            if (_tags[person.Id].FirstOrDefault(t => t.Kind == kind) is { } tag)
            {
                if (tag.Active) continue;
                (tag.Active, tag.Since, tag.Until) = (true, _today, null);
            }
            else database.Tags.Add(new ResidentTag { Id = Guid.CreateVersion7(_now), PersonId = person.Id, Source = TagCatalogue.Own, Kind = kind, Active = true, Since = _today, Dept = access.Actor.Department });
            different = true;
        }
        return different;
    }

    private Address? AddressOf(ImportedResident row)
    {
        if (AddressKey(row) is not { } key) return null;
        if (_addresses.TryGetValue(key, out var known))
        {
            known.Grid ??= row.Grid;
            return known;
        }
        var address = new Address
        {
            Id = Guid.CreateVersion7(_now), Region = row.Region, Grid = row.Grid, Road = row.Road, Number = row.Number, Estate = row.Estate, Building = row.Building,
            Unit = row.Unit, Floor = row.Floor, Room = row.Room, Line = row.AddressLine, Key = key,
        };
        database.Addresses.Add(_addresses[key] = address);
        return address;
    }

    private DwellingHousehold Dwelling(ImportedResident row, string key, Guid? address)
    {
        if (_dwellings.TryGetValue((row.Region, key), out var known)) return known;
        database.DwellingHouseholds.Add(_dwellings[(row.Region, key)] = known = new DwellingHousehold { Id = Guid.CreateVersion7(_now), Region = row.Region, Key = key, AddressId = address });
        return known;
    }

    private HukouHousehold Hukou(ImportedResident row, string key)
    {
        var region = row.HukouRegion ?? row.Region;
        if (_hukou.TryGetValue((region, key), out var known)) return known;
        database.HukouHouseholds.Add(_hukou[(region, key)] = known = new HukouHousehold { Id = Guid.CreateVersion7(_now), Region = region, Key = key });
        return known;
    }

    private static string? AddressKey(ImportedResident row) =>
        row.AddressLine is { Length: > 0 } line ? row.Region + "|" + string.Concat(SearchText.AddressUnits(line).Select(unit => unit + " ")).TrimEnd() : null;

    private bool Confirm(Person person, string field)
    {
        person.Sources = person.Sources.With(field, Source, _today);
        return true;
    }

    private bool Happened(Person person, LifeEventKind kind)
    {
        database.LifeEvents.Add(new LifeEvent { Id = Guid.CreateVersion7(_now), PersonId = person.Id, Kind = kind, RecordedAt = _now, Source = Source, By = access.Actor.Account.Value });
        return true;
    }
}
