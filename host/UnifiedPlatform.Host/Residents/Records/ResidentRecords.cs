using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Pinyin;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>Opens full records: in the actor's own regions, by a task with the person, or, from the counter, for a stated purpose. Every look is in the audit before it is seen. Scoped.</summary>
public sealed class ResidentRecords(
    ResidentsDbContext database, RegisterReader register, PersonSecrets secrets, NameReader names, TagCatalogue tags, IAccess access, IAudit audit, IWorkCalendar calendar)
{
    /// <summary>The person if the actor may open the record; null: hidden or unknown, which look alike.</summary>
    public async ValueTask<Person?> FindAsync(Guid id, string? purpose, CancellationToken cancellationToken)
    {
        var person = await access.Query<Person>(database, ResidentPermissions.View).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is null && Purposes.IsKnown(purpose) && access.May(ResidentPermissions.Card))
            person = await access.Query<Person>(database, ResidentPermissions.Card).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return person;
    }

    /// <summary>Whether the actor may at least see the minimal card.</summary>
    public async ValueTask<bool> HasCardAsync(Guid id, CancellationToken cancellationToken) =>
        access.May(ResidentPermissions.Card) && await access.Query<Person>(database, ResidentPermissions.Card).AnyAsync(p => p.Id == id, cancellationToken);

    /// <summary>The full record, after the audit has it; null: hidden or unknown, which the audit has too.</summary>
    public async ValueTask<ResidentView?> OpenAsync(Guid id, string? purpose, CancellationToken cancellationToken)
    {
        var person = await FindAsync(id, purpose, cancellationToken);
        await audit.ReadAsync(new AuditEntry("view", PersonPolicy.Type, id.ToString("D"))
        {
            Subjects = [id], Purpose = Purposes.IsKnown(purpose) ? purpose : null, Result = person is null ? "hidden" : "ok",
        }, cancellationToken);
        return person is null ? null : await ViewAsync(person, cancellationToken);
    }

    private async ValueTask<ResidentView> ViewAsync(Person person, CancellationToken cancellationToken)
    {
        var line = person.AddressId is { } at ? await database.Addresses.AsNoTracking().Where(a => a.Id == at).Select(a => a.Line).SingleOrDefaultAsync(cancellationToken) : null;
        var phone = secrets.Phone(person);
        var address = register.AddressLine(person.Scope.Region, line);
        var birth = secrets.Birth(person);
        return new ResidentView
        {
            Id = person.Id,
            Name = person.Name,
            Pinyin = names.Read(SearchText.Name(person.Name), person.Pinyin).FirstOrDefault()?.ToString(),
            Sex = person.Sex,
            Age = birth is { } born ? AgeBands.Years(born, calendar.Today) : null,
            AgeBand = person.AgeBand,
            State = Camel(person.State),
            Residency = Residency(person),
            DocumentKind = person.DocumentKind,
            DocumentNumber = secrets.Document(person) is { } number ? Masks.NationalId(number) : null,
            Phone = phone is null ? null : Sourced(person, "phone", Masks.Phone(phone), true),
            Address = address is null ? null : Sourced(person, "address", address, false),
            Region = person.Scope.Region,
            Grid = person.Scope.Grid,
            HukouRegion = person.HukouRegion,
            Tags = await TagsAsync(person.Id, cancellationToken),
            Household = await HouseholdAsync(person, cancellationToken),
            Events = await EventsAsync(person.Id, cancellationToken),
            AsOf = person.Sources.Newest?.AsOf,
            Source = person.Sources.Newest?.Source,
            MayReveal = access.May(ResidentPermissions.Reveal) && await access.Query<Person>(database, ResidentPermissions.Reveal).AnyAsync(p => p.Id == person.Id, cancellationToken),
            Version = person.Version,
        };
    }

    private async ValueTask<IReadOnlyList<ResidentTagView>> TagsAsync(Guid id, CancellationToken cancellationToken)
    {
        var visible = tags.VisibleTo(access.Rights).ToDictionary(t => t.Key, StringComparer.Ordinal);
        var rows = await database.Tags.AsNoTracking().Where(t => t.PersonId == id && t.Active).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (Row: r, Key: TagCatalogue.KeyOf(r.Source, r.Kind))).Where(t => visible.ContainsKey(t.Key))
            .OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new ResidentTagView(t.Key, visible[t.Key].Title.ToString(), t.Row.Since, t.Row.Until))];
    }

    private async ValueTask<IReadOnlyList<HouseholdMemberView>> HouseholdAsync(Person person, CancellationToken cancellationToken)
    {
        var home = await database.HouseholdMembers.AsNoTracking().Where(m => m.PersonId == person.Id && m.Kind == HouseholdKind.Dwelling && m.Until == null).Select(m => (Guid?)m.HouseholdId).SingleOrDefaultAsync(cancellationToken);
        if (home is null) return [];
        var members = await database.HouseholdMembers.AsNoTracking().Where(m => m.HouseholdId == home && m.Until == null).OrderBy(m => m.Relation == "02" ? "" : m.Relation).ThenBy(m => m.Id).Take(50).ToListAsync(cancellationToken);
        var ids = members.Select(m => m.PersonId).ToList();
        var open = await access.Query<Person>(database, ResidentPermissions.View).AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        var people = await database.People.BeyondAccess("who lives with a visible person is shown masked").AsNoTracking().Where(p => ids.Contains(p.Id) && p.State != PersonState.Erased).ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. members.Where(m => people.ContainsKey(m.PersonId)).Select(m =>
        {
            var (other, self) = (people[m.PersonId], m.PersonId == person.Id);
            var shown = self || open.Contains(m.PersonId);
            return new HouseholdMemberView(shown ? other.Id : null, shown ? other.Name : Masks.Name(other.Name), m.Relation, self, Camel(other.State));
        })];
    }

    private async ValueTask<IReadOnlyList<LifeEventView>> EventsAsync(Guid id, CancellationToken cancellationToken)
    {
        var events = await database.LifeEvents.AsNoTracking().Where(e => e.PersonId == id).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(50).ToListAsync(cancellationToken);
        return [.. events.Select(e => new LifeEventView(Camel(e.Kind), e.On, e.RecordedAt, e.Source))];
    }

    // 人户一致 is asked of towns: whoever is registered in another town is 人在户不在.
    private static string? Residency(Person person)
    {
        if (person.Scope.Region is not { Length: >= 6 } region || person.HukouRegion is not { Length: >= 6 } hukou) return null;
        var digits = Math.Min(9, Math.Min(region.Length, hukou.Length));
        return region[..digits] == hukou[..digits] ? "together" : "away";
    }

    private static SourcedValue Sourced(Person person, string field, string value, bool masked) =>
        person.Sources[field] is { } source ? new SourcedValue(value, masked, source.Source, source.AsOf) : new SourcedValue(value, masked, "", DateOnly.FromDateTime(person.CreatedAt.UtcDateTime));

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
