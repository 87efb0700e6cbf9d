using System.Diagnostics;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Carries one arrow's events until the source is empty or its time is up.</summary>
internal sealed class ArrowRunner(Databases databases, Targets targets, ExchangeTelemetry telemetry, TimeProvider clock)
{
    public const int BatchSize = 500;
    public const string Paused = "paused";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);
    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}";

    public async ValueTask<ArrowRun> RunAsync(Arrow arrow, CancellationToken cancellationToken)
    {
        var reader = new OutboxReader(databases.Of(arrow.Source));
        var inbox = new InboxReader(databases.Of(arrow.Consumer), clock);
        if (!await reader.ExistsAsync(cancellationToken)) return ArrowRun.Nothing;
        var started = clock.GetTimestamp();
        var run = ArrowRun.Nothing;
        do
        {
            var cursor = await inbox.CursorAsync(arrow.Source, arrow.Topic, cancellationToken);
            if (cursor.Paused) return run;
            var (epoch, events) = await reader.ReadAsync(arrow.Topic, cursor.Position, BatchSize, cancellationToken);
            if (cursor.Position > 0 && epoch != Guid.Empty && cursor.Epoch != epoch) (_, events) = await reader.ReadAsync(arrow.Topic, 0, BatchSize, cancellationToken);
            if (events.Count == 0) return run;
            run = await CarryAsync(arrow, inbox, epoch, events, run, cancellationToken);
            if (run.Error is not null) return run;
        }
        while (clock.GetElapsedTime(started) < Turn);
        return run;
    }

    // A batch that is refused is halved until the poisonous event stands alone and is dead-lettered; the rest goes on.
    private async ValueTask<ArrowRun> CarryAsync(Arrow arrow, InboxReader inbox, Guid epoch, IReadOnlyList<ExchangeEvent> events, ArrowRun run, CancellationToken cancellationToken)
    {
        using var span = telemetry.Start(arrow, events);
        var size = events.Count;
        string? deadLetterAs = null;
        for (var next = 0; next < events.Count;)
        {
            var part = events.Skip(next).Take(size).ToList();
            var batch = new ExchangeBatch(arrow.Source, arrow.Topic, epoch, part, Node, span?.TraceId.ToHexString()) { DeadLetterAs = deadLetterAs };
            var result = await targets.UseAsync(arrow.Consumer, (target, token) => target.ApplyAsync(batch, token), cancellationToken, ModuleWork.Topic);
            telemetry.Count(arrow, result);
            deadLetterAs = null;
            switch (result.Outcome)
            {
                case ExchangeOutcome.Applied:
                    next += part.Count;
                    size = Math.Min(size * 2, events.Count);
                    run = run with { Read = run.Read + part.Count, Applied = run.Applied + result.Applied, Dead = run.Dead + result.Dead };
                    break;
                case ExchangeOutcome.Failed when part.Count > 1:
                    size = part.Count / 2;
                    break;
                case ExchangeOutcome.Failed when batch.DeadLetterAs is null:
                    (size, deadLetterAs) = (1, result.Error);
                    break;
                case ExchangeOutcome.Rewound:
                    return run;
                case ExchangeOutcome.Paused:
                    return run with { Error = Paused };
                default:
                    span?.SetStatus(ActivityStatusCode.Error, result.Error);
                    await inbox.FailedAsync(arrow, part[0].Position, result.Error ?? "unknown", Node, span?.TraceId.ToHexString(), cancellationToken);
                    return run with { Error = result.Error };
            }
        }
        return run;
    }
}
