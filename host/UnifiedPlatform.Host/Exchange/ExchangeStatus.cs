using System.Data.Common;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <inheritdoc cref="IExchangeStatus"/>
internal sealed class ExchangeStatus(ExchangePump pump, Databases databases, Targets targets, ExchangeTelemetry telemetry, TimeProvider clock) : IExchangeStatus
{
    private const int Most = 200;

    public async ValueTask<IReadOnlyList<ArrowStatus>> ArrowsAsync(CancellationToken cancellationToken)
    {
        var arrows = new List<ArrowStatus>();
        foreach (var lane in pump.Lanes.OrderBy(lane => lane.Arrow.Source, StringComparer.Ordinal).ThenBy(lane => lane.Arrow.Topic, StringComparer.Ordinal).ThenBy(lane => lane.Arrow.Consumer, StringComparer.Ordinal))
            arrows.Add(await MeasureAsync(lane, cancellationToken));
        telemetry.Measured(arrows);
        return arrows;
    }

    public async ValueTask<IReadOnlyList<DeadLetterView>> DeadLettersAsync(string state, CancellationToken cancellationToken)
    {
        var letters = new List<DeadLetterView>();
        foreach (var consumer in Consumers()) letters.AddRange(await Inbox(consumer).DeadLettersAsync(state, cancellationToken));
        return [.. letters.OrderByDescending(letter => letter.FirstAt).Take(Most)];
    }

    public async ValueTask<IReadOnlyList<ExchangeRunView>> RunsAsync(CancellationToken cancellationToken)
    {
        var runs = new List<ExchangeRunView>();
        foreach (var consumer in Consumers()) runs.AddRange(await Inbox(consumer).RunsAsync(cancellationToken));
        return [.. runs.OrderByDescending(run => run.At).Take(Most)];
    }

    public ValueTask<ArrowRun?> RunAsync(Arrow arrow, CancellationToken cancellationToken) => pump.RunAsync(arrow, cancellationToken);

    public async ValueTask<bool> PauseAsync(Arrow arrow, bool paused, CancellationToken cancellationToken)
    {
        if (pump.Find(arrow) is not { } lane) return false;
        await Inbox(arrow.Consumer).PauseAsync(arrow, paused, cancellationToken);
        if (!paused) lane.Signal();
        return true;
    }

    public async ValueTask<Replay?> ReplayAsync(string consumer, Guid id, Guid account, CancellationToken cancellationToken)
    {
        if (!Consumers().Contains(consumer) || await Inbox(consumer).ChainAsync(id, cancellationToken) is not { } chain) return null;
        return await ReplayAsync(consumer, chain, account, cancellationToken);
    }

    public async ValueTask<bool> DiscardAsync(string consumer, Guid id, Guid account, string note, CancellationToken cancellationToken)
    {
        if (!Consumers().Contains(consumer) || await Inbox(consumer).ChainAsync(id, cancellationToken) is not { } chain) return false;
        if (!await Inbox(consumer).DiscardAsync(id, account, note, cancellationToken)) return false;
        await ReplayAsync(consumer, [.. chain.Where(letter => letter != id)], account, cancellationToken);
        return true;
    }

    private async ValueTask<Replay> ReplayAsync(string consumer, IReadOnlyList<Guid> chain, Guid account, CancellationToken cancellationToken)
    {
        var applied = 0;
        foreach (var letter in chain)
        {
            var result = await targets.UseAsync(consumer, (target, token) => target.ReplayAsync(letter, account, token), cancellationToken);
            if (result.Outcome == ExchangeOutcome.Applied)
            {
                applied++;
                continue;
            }
            await Inbox(consumer).TriedAsync(letter, result.Error, cancellationToken);
            return new(applied, result.Error ?? result.Outcome.ToString());
        }
        return new(applied, null);
    }

    private async ValueTask<ArrowStatus> MeasureAsync(Lane lane, CancellationToken cancellationToken)
    {
        var arrow = lane.Arrow;
        var inbox = Inbox(arrow.Consumer);
        try
        {
            var cursor = await inbox.CursorAsync(arrow.Source, arrow.Topic, cancellationToken);
            var (_, head, backlog, oldest) = await new OutboxReader(databases.Of(arrow.Source)).MeasureAsync(arrow.Topic, cursor.Position, cancellationToken);
            var lag = oldest is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0;
            var dead = await inbox.OpenDeadLettersAsync(arrow.Source, arrow.Topic, cancellationToken);
            return new(arrow.Source, arrow.Topic, arrow.Consumer, cursor.Position, head, lag, backlog, dead, Newest(lane.LastSuccess, cursor.LastOk), cursor.Paused, cursor.LastError);
        }
        catch (DbException failure)
        {
            return new(arrow.Source, arrow.Topic, arrow.Consumer, 0, 0, 0, 0, 0, lane.LastSuccess, false, failure.GetType().Name);
        }
    }

    private List<string> Consumers() => [.. pump.Lanes.Select(lane => lane.Arrow.Consumer).Distinct()];

    private InboxReader Inbox(string consumer) => new(databases.Of(consumer), clock);

    private static DateTimeOffset? Newest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
