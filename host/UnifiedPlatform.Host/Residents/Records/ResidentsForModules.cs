using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>The register as modules see it: the actor's view, of which a module gets the fields it declared and was granted, one by one. A module that has <see cref="Names"/> also gets the names of people in its own records, whoever reads them.</summary>
internal sealed class ResidentsForModules(
    ResidentsDbContext database, ResidentCards cards, ResidentRecords records, RegisterReader register, PersonSecrets secrets, IAudit audit, IWorkCalendar calendar, ITexts texts, ModuleCaller caller) : IResidents
{
    /// <summary>Capability by which a module sees the names of people in its own records.</summary>
    public static readonly string Names = Capabilities.Resident("name");

    private readonly GrantedFields _fields = new(caller, texts);

    public async ValueTask<IReadOnlyDictionary<ResidentId, ResidentSummary>> SummariesAsync(IReadOnlyCollection<ResidentId> ids, CancellationToken cancellationToken)
    {
        var summaries = ids.Distinct().ToDictionary(id => id, id => new ResidentSummary(id, texts["residents.hidden-name"], "0", null, null, null, null, null, null, false));
        foreach (var batch in summaries.Keys.ToArray().Chunk(500))
            foreach (var card in await cards.OfAsync([.. batch.Select(id => id.Value)], cancellationToken))
                summaries[new ResidentId(card.Id)] = new ResidentSummary(new ResidentId(card.Id), card.Name, card.Sex, card.AgeBand, card.NationalId, card.Phone, card.Address, card.Region, card.Grid, card.Visible);
        if (caller.Has(Names)) await NameAsync(summaries, cancellationToken);
        return _fields.Filter(summaries);
    }

    public async ValueTask<ResidentFields?> FieldsAsync(ResidentId id, string purpose, CancellationToken cancellationToken)
    {
        var person = await records.FindAsync(id.Value, purpose, cancellationToken);
        await audit.ReadAsync(new AuditEntry("view", PersonPolicy.Type, id.ToString())
        {
            Subjects = [id.Value], Purpose = Purposes.IsKnown(purpose) ? purpose : null, Result = person is null ? "hidden" : "ok",
        }, cancellationToken);
        if (person is null) return null;

        var line = person.AddressId is { } at ? await database.Addresses.AsNoTracking().Where(a => a.Id == at).Select(a => a.Line).SingleOrDefaultAsync(cancellationToken) : null;
        return _fields.Filter(new ResidentFields(
            id, person.Name, person.Sex, secrets.Birth(person) is { } birth ? AgeBands.Years(birth, calendar.Today) : null,
            secrets.Phone(person) is { } phone ? Sourced(person, "phone", Masks.Phone(phone), true) : null,
            register.AddressLine(person.Scope.Region, line) is { } address ? Sourced(person, "address", address, false) : null,
            person.Scope.Region, person.Scope.Grid, person.HukouRegion, person.DocumentKind is { } kind ? [kind] : []));
    }

    public ValueTask<IReadOnlyCollection<ResidentId>> SameAsAsync(ResidentId id, CancellationToken cancellationToken) => new([id]);

    public async ValueTask<ResidentId?> FindByNationalIdAsync(string nationalId, CancellationToken cancellationToken)
    {
        caller.Demand(Capabilities.FindResident);
        if (!NationalId.TryParse(nationalId, calendar.Today, out var id, out _)) return null;
        var key = secrets.KeyOf(PersonSecrets.IdentityCard, id.Value);
        var found = await database.People.BeyondAccess("the capability of the module decides").AsNoTracking().Where(p => p.DocumentKey == key && !p.Disputed && p.State != PersonState.Erased).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
        return found is { } resident ? new ResidentId(resident) : null;
    }

    // Name, sex, age band and community of whoever is still hidden; no number, phone or address.
    private async ValueTask NameAsync(Dictionary<ResidentId, ResidentSummary> summaries, CancellationToken cancellationToken)
    {
        foreach (var batch in summaries.Values.Where(summary => !summary.Visible && summary.Region is null).Select(summary => summary.Id.Value).ToArray().Chunk(500))
            foreach (var person in await database.People.BeyondAccess("the capability of the module decides").AsNoTracking().Where(p => batch.Contains(p.Id) && p.State != PersonState.Erased)
                .Select(p => new { p.Id, p.Name, p.Sex, p.AgeBand, p.Scope.Region }).ToListAsync(cancellationToken))
                summaries[new ResidentId(person.Id)] = new ResidentSummary(new ResidentId(person.Id), person.Name, person.Sex, person.AgeBand, null, null, null, person.Region, null, false);
    }

    private static SourcedValue Sourced(Person person, string field, string value, bool masked) =>
        person.Sources[field] is { } source ? new SourcedValue(value, masked, source.Source, source.AsOf) : new SourcedValue(value, masked, "", DateOnly.FromDateTime(person.CreatedAt.UtcDateTime));
}
