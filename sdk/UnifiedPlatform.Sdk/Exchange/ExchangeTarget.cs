using System.Data.Common;
using System.Text.Json;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Exchange;

/// <inheritdoc cref="IExchangeTarget"/>
internal sealed class ExchangeTarget(IServiceProvider scope, UnitOfWork unit, IReadOnlyList<ConsumerBinding> bindings, JsonSerializerOptions json, TimeProvider clock) : IExchangeTarget
{
    private readonly TargetTables _tables = new(unit, clock);

    public IReadOnlyList<ExchangeSubscription> Subscriptions => [.. bindings.Select(binding => new ExchangeSubscription(binding.Topic, binding.Cron)).Distinct()];

    public async ValueTask<ExchangeResult> ApplyAsync(ExchangeBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        try
        {
            await unit.BeginAsync(cancellationToken);
            var cursor = await _tables.LockCursorAsync(batch.Source, batch.Topic, batch.Epoch, cancellationToken);
            if (cursor.Paused) return await LeaveAsync(ExchangeOutcome.Paused, cursor.Position);
            if (cursor.Epoch != batch.Epoch) return await RewindAsync(batch, cancellationToken);

            var ahead = batch.Events.Where(one => one.Position > cursor.Position).ToList();
            if (ahead.Count == 0) return await LeaveAsync(ExchangeOutcome.Applied, cursor.Position);
            var result = await ApplyAsync(batch, ahead, cancellationToken);
            await unit.CommitAsync(cancellationToken);
            return result;
        }
        catch (Exception failure)
        {
            return await FailAsync(failure, cancellationToken);
        }
    }

    public async ValueTask<ExchangeResult> ReplayAsync(Guid deadLetter, Guid account, CancellationToken cancellationToken)
    {
        try
        {
            await unit.BeginAsync(cancellationToken);
            if (await _tables.ReadDeadLetterAsync(deadLetter, cancellationToken) is not { } letter) return await LeaveAsync(ExchangeOutcome.Paused, 0);
            await EffectAsync(letter.Source, [letter.Event], cancellationToken);
            await _tables.SettleAsync(deadLetter, letter.Source, letter.Event.EventId, account, cancellationToken);
            await unit.CommitAsync(cancellationToken);
            return new(ExchangeOutcome.Applied, letter.Event.Position, 1, 0, 0, null);
        }
        catch (Exception failure)
        {
            return await FailAsync(failure, cancellationToken);
        }
    }

    private async ValueTask<ExchangeResult> ApplyAsync(ExchangeBatch batch, List<ExchangeEvent> ahead, CancellationToken cancellationToken)
    {
        var fresh = await _tables.EnterAsync(batch.Source, ahead, cancellationToken);
        var parkedKeys = fresh.Any(one => one.Strict) ? await _tables.ParkedKeysAsync(batch.Source, batch.Topic, cancellationToken) : [];
        var apply = new List<ExchangeEvent>(fresh.Count);
        var dead = 0;
        foreach (var one in fresh)
        {
            var reason = Refuse(batch, one, parkedKeys);
            if (reason is null)
            {
                apply.Add(one);
                continue;
            }
            await _tables.BuryAsync(batch, one, reason, cancellationToken);
            if (one.Strict) parkedKeys.Add(one.Key);
            dead++;
        }
        if (apply.Count > 0) await EffectAsync(batch.Source, apply, cancellationToken);
        var last = ahead[^1].Position;
        var result = new ExchangeResult(ExchangeOutcome.Applied, last, apply.Count, ahead.Count - fresh.Count, dead, null);
        await _tables.AdvanceAsync(batch, ahead, result, cancellationToken);
        return result;
    }

    // Why an event is not applied but kept: refused before, written by a newer version than any consumer knows, or behind a parked event of its key.
    private string? Refuse(ExchangeBatch batch, ExchangeEvent one, HashSet<string> parkedKeys)
    {
        if (one.Strict && parkedKeys.Contains(one.Key)) return DeadReasons.Parked;
        if (batch.DeadLetterAs is not null) return DeadReasons.Failed;
        return bindings.Where(binding => binding.Reads(one.Topic)).All(binding => binding.Version >= one.Version) ? null : DeadReasons.Newer;
    }

    private async ValueTask EffectAsync(string source, IReadOnlyList<ExchangeEvent> events, CancellationToken cancellationToken)
    {
        foreach (var binding in bindings)
            if (binding.Reads(events[0].Topic)) await binding.ApplyAsync(scope, source, events, json, unit.Transaction!, cancellationToken);
    }

    private async ValueTask<ExchangeResult> RewindAsync(ExchangeBatch batch, CancellationToken cancellationToken)
    {
        await _tables.RewindAsync(batch, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return new(ExchangeOutcome.Rewound, 0, 0, 0, 0, null);
    }

    private async ValueTask<ExchangeResult> LeaveAsync(ExchangeOutcome outcome, long position)
    {
        await unit.RollbackAsync();
        return new(outcome, position, 0, 0, 0, null);
    }

    private async ValueTask<ExchangeResult> FailAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (unit.Transaction is not null) await unit.RollbackAsync(DatabaseErrors.In(failure));
        cancellationToken.ThrowIfCancellationRequested();
        var later = DatabaseErrors.Transient(failure) || failure is AuditUnavailableException;
        return new(later ? ExchangeOutcome.TryLater : ExchangeOutcome.Failed, 0, 0, 0, 0, failure.GetType().Name);
    }
}
