using System.Text.Json;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Saves changed people, publishes that they changed in the same transaction, and brings them into the index right after the commit. Scoped.</summary>
public sealed class RegisterChanges(
    ResidentsDbContext database, [FromKeyedServices("residents")] IUnitOfWork unit, [FromKeyedServices("residents")] IOutbox outbox, IndexFeed feed, TimeProvider clock)
{
    private static readonly Topic<ResidentChanged> Changed = new("residents.resident-changed", 1, TopicOrder.Latest);

    /// <summary>Marks a person as changed, also when only a household, tag or address of theirs did.</summary>
    public void Touch(Person person) => person.ChangedAt = clock.GetUtcNow();

    /// <summary>Saves; needs an open transaction of the register.</summary>
    public async ValueTask SaveAsync(IReadOnlyCollection<Person> changed, CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        await unit.WantAsync(changed, cancellationToken);
        foreach (var person in changed)
            outbox.Publish(Changed, person.Id.ToString("D"), person.Version, new ResidentChanged(new ResidentId(person.Id), StateOf(person), person.Scope.Region, person.Scope.Grid, person.AgeBand));
        var ids = changed.Select(p => p.Id).ToArray();
        unit.AfterCommit(() => feed.Queue(ids));
    }

    private static string StateOf(Person person) => JsonNamingPolicy.CamelCase.ConvertName(person.State.ToString());
}
