using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Renews age bands and ends tags whose last day has passed. Runs every night; running twice changes nothing.</summary>
public sealed class AgeBandRenewal(ResidentsDbContext database, [FromKeyedServices("residents")] IUnitOfWork unit, RegisterChanges changes, PersonSecrets secrets, IWorkCalendar calendar)
{
    private const int Batch = 500;

    /// <summary>Brings everybody up to today.</summary>
    /// <returns>How many people changed.</returns>
    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        // Only a birth year at which a band turns in this year or turned in the last one can be out of date.
        var years = AgeBands.Turns.SelectMany(turn => new[] { today.Year - turn, today.Year - turn - 1 }).Distinct().ToList();
        var ids = await database.People.AsNoTracking().Where(p => p.BirthYear != null && years.Contains(p.BirthYear.Value)).Select(p => p.Id).ToListAsync(cancellationToken);
        var expired = await database.Tags.AsNoTracking().Where(t => t.Active && t.Until != null && t.Until < today).Select(t => t.PersonId).ToListAsync(cancellationToken);
        var changed = 0;
        foreach (var batch in ids.Concat(expired).Distinct().Chunk(Batch)) changed += await RenewAsync(batch, today, cancellationToken);
        return changed;
    }

    private async ValueTask<int> RenewAsync(Guid[] ids, DateOnly today, CancellationToken cancellationToken) => await unit.RunAsync(async token =>
    {
        var changed = new HashSet<Person>();
        var people = await database.People.Where(p => ids.Contains(p.Id)).ToListAsync(token);
        foreach (var person in people)
            if (secrets.Birth(person) is { } birth && AgeBands.On(birth, today) is var band && band != person.AgeBand)
            {
                person.AgeBand = band;
                changed.Add(person);
            }
        var byId = people.ToDictionary(p => p.Id);
        foreach (var tag in await database.Tags.Where(t => ids.Contains(t.PersonId) && t.Active && t.Until != null && t.Until < today).ToListAsync(token))
        {
            tag.Active = false;
            changed.Add(byId[tag.PersonId]);
        }
        foreach (var person in changed) changes.Touch(person);
        await changes.SaveAsync(changed, token);
        database.ChangeTracker.Clear();
        return changed.Count;
    }, cancellationToken);
}
