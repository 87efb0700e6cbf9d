using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Tests.Exchange;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks;

/// <summary>
/// Events of a backlog that the host's pump applies a second, inbox and effect and cursor in one durable transaction a batch;
/// and the ratio to plain SQL writing the same rows of inbox and effect, 500 and the cursor a transaction. Best of three rounds each.
/// </summary>
internal sealed class ExchangeFigures(string name, DatabaseKind kind) : IFigureSet
{
    private const int Events = 10_000, Batch = 500, Rounds = 3;

    public IReadOnlyList<string> Names => [$"{name}.rate", $"{name}.ratio-to-sql"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        if (kind == DatabaseKind.PostgreSql && !TestDatabase.Available)
        {
            foreach (var figure in Names) Figures.Skip(figure);
            return;
        }
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        await using var server = kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(cancellationToken) : null;
        try
        {
            await using var town = await Town.OpenAsync(folder.FullName, server?.ConnectionString, cancellationToken);
            var (carried, plain) = (double.MaxValue, double.MaxValue);
            for (var round = 1; round <= Rounds; round++)
            {
                await PublishAsync(town, round, cancellationToken);
                var clock = Stopwatch.StartNew();
                await town.Pump.DrainAsync(cancellationToken);
                carried = Math.Min(carried, clock.Elapsed.TotalSeconds);
                plain = Math.Min(plain, await AgainAsync(town, cancellationToken));
            }
            Figures.Print(Names[0], Events / carried, "events/s");
            Figures.Print(Names[1], plain / carried, "of plain SQL");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(Town town, int round, CancellationToken cancellationToken)
    {
        for (var published = 0; published < Events; published += Batch)
        {
            await using var scope = town.Scope(Town.Source);
            var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync(_ =>
            {
                for (var index = 0; index < Batch; index++) outbox.Publish(CountedTopics.Latest, $"case-{published + index}", round, new Counted(round, false));
                return ValueTask.CompletedTask;
            }, cancellationToken);
        }
    }

    // Takes away what the pump has written and writes it again.
    private static async Task<double> AgainAsync(Town town, CancellationToken cancellationToken)
    {
        await using var plain = new PlainSql(await town.Databases.Of(Town.Consumer).OpenAsync(cancellationToken));
        var (inbox, received, _) = await plain.TableAsync("inbox", "1", cancellationToken);
        var (effect, effects, _) = await plain.TableAsync("effects", "1", cancellationToken);
        if (received.Count != Events || effects.Count != Events) throw new InvalidOperationException($"Of {Events} events {received.Count} were received and {effects.Count} had their effect.");
        await plain.CommitAsync([new("DELETE FROM inbox", []), new("DELETE FROM effects", [])], cancellationToken);
        var batches = Enumerable.Range(0, Events).Chunk(Batch)
            .Select(chunk => chunk.SelectMany(index => (Statement[])[new(inbox, received[index]), new(effect, effects[index])]).Append(new("UPDATE cursor SET pos = pos", [])).ToList()).ToList();
        var clock = Stopwatch.StartNew();
        foreach (var batch in batches) await plain.CommitAsync(batch, cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;
        await plain.CommitAsync([new("DELETE FROM inbox", []), new("DELETE FROM effects", [])], cancellationToken);
        return seconds;
    }
}
