using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Takes the facts modules publish about residents. A module speaks for its own kinds only; an older version of a fact changes nothing.</summary>
[Consumes("*.resident-fact-changed", 1)]
internal sealed class FactConsumer(ResidentsDbContext database, RegisterChanges changes) : IConsume<ResidentFactChanged>
{
    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<ResidentFactChanged>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        var ids = batch.Select(d => d.Body.ResidentId.Value).Distinct().ToList();
        var people = await database.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var tags = await database.Tags.Where(t => ids.Contains(t.PersonId)).ToDictionaryAsync(t => (t.PersonId, t.Source, t.Kind), cancellationToken);
        var changed = new HashSet<Person>();
        foreach (var fact in batch)
        {
            // Somebody who is not in the register has no record to be tagged; the module's own page still knows the fact.
            if (!people.TryGetValue(fact.Body.ResidentId.Value, out var person)) continue;
            var key = (person.Id, fact.Source, fact.Body.Kind);
            if (!tags.TryGetValue(key, out var tag))
            {
                tags[key] = tag = new ResidentTag { Id = Guid.CreateVersion7(), PersonId = person.Id, Source = fact.Source, Kind = fact.Body.Kind };
                database.Tags.Add(tag);
            }
            else if (tag.FactVersion >= fact.KeyVersion) continue;
            (tag.Active, tag.Since, tag.Until, tag.FactVersion) = (fact.Body.Active, fact.Body.Since, fact.Body.Until, fact.KeyVersion);
            changes.Touch(person);
            changed.Add(person);
        }
        await changes.SaveAsync(changed, cancellationToken);
    }
}
