using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Tests.Exchange;

/// <summary>What consumers usually do: the effect in one transaction, the cursor in the next, no inbox. Dying in between applies the batch twice.</summary>
internal sealed class BrokenTarget(Town town)
{
    private long _cursor;

    public async Task ApplyAsync(bool dieBeforeCursor, CancellationToken cancellationToken)
    {
        var (_, events) = await new OutboxReader(town.Databases.Of(Town.Source)).ReadAsync(CountedTopics.Latest.Name, _cursor, 100, cancellationToken);
        await using (var scope = town.Scope(Town.Consumer))
        {
            var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            var consumer = scope.ServiceProvider.GetRequiredService<CountingConsumer>();
            var batch = events.Select(one => new Delivered<Counted>(one.EventId, Town.Source, one.Topic, one.Version, one.Key, one.KeyVersion, one.Position, one.OccurredAt, one.Actor, new Counted(1, false))).ToList();
            await unit.RunAsync(async token => await consumer.ApplyAsync(batch, unit.Transaction!, token), cancellationToken);
        }
        if (!dieBeforeCursor) _cursor = events[^1].Position;
    }
}
