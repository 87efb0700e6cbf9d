using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Host.Tests.Exchange;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Faults.Worker;

/// <summary>The usual way: the effect in one transaction, the cursor in the next, no inbox. The checker must see what a death in between does.</summary>
internal sealed class BrokenPump(Town town, int dieBeforeCursor)
{
    private const int BatchSize = 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reader = new OutboxReader(town.Databases.Of(Town.Source));
        for (var batches = 0; ;)
        {
            var cursor = await town.ScalarAsync<long>(Town.Consumer, "SELECT coalesce(max(pos), 0) FROM cursor", cancellationToken);
            var (epoch, events) = await reader.ReadAsync(CountedTopics.Latest.Name, cursor, BatchSize, cancellationToken);
            if (events.Count == 0)
            {
                await Task.Yield();
                continue;
            }
            await ApplyAsync(events, cancellationToken);
            if (++batches == dieBeforeCursor) Process.GetCurrentProcess().Kill();
            await MoveAsync(epoch, events[^1].Position, cancellationToken);
        }
    }

    private async Task ApplyAsync(IReadOnlyList<ExchangeEvent> events, CancellationToken cancellationToken)
    {
        await using var scope = town.Scope(Town.Consumer);
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var batch = events.Select(one => new Delivered<Counted>(one.EventId, Town.Source, one.Topic, one.Version, one.Key, one.KeyVersion, one.Position, one.OccurredAt, one.Actor, new Counted(1, false))).ToList();
        await unit.RunAsync(async token => await scope.ServiceProvider.GetRequiredService<CountingConsumer>().ApplyAsync(batch, unit.Transaction!, token), cancellationToken);
    }

    private async Task MoveAsync(Guid epoch, long position, CancellationToken cancellationToken)
    {
        await using var scope = town.Scope(Town.Consumer);
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unit.RunAsync(async token =>
        {
            await using var move = unit.Command("INSERT INTO cursor (source, topic, epoch, pos, paused) VALUES (@source, @topic, @epoch, @pos, @paused) ON CONFLICT (source, topic) DO UPDATE SET pos = @pos");
            await move.Add("source", Town.Source).Add("topic", CountedTopics.Latest.Name).Add("epoch", epoch).Add("pos", position).Add("paused", false).ExecuteNonQueryAsync(token);
        }, cancellationToken);
    }
}
