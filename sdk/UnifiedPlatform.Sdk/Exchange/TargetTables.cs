using System.Data.Common;
using System.Globalization;
using System.Text;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>The exchange's tables on the side where events are applied. Every statement runs in the target transaction.</summary>
internal sealed class TargetTables(UnitOfWork unit, TimeProvider clock)
{
    private bool Locks => unit.Database.Kind == DatabaseKind.PostgreSql;

    /// <summary>Holds the cursor until the end of the transaction, so that two pumps (one of them a zombie) follow each other.</summary>
    public async ValueTask<(long Position, Guid Epoch, bool Paused)> LockCursorAsync(string source, string topic, Guid epoch, CancellationToken cancellationToken)
    {
        await using (var make = unit.Command("INSERT INTO cursor (source, topic, epoch, pos, paused) VALUES (@source, @topic, @epoch, 0, @paused) ON CONFLICT DO NOTHING"))
            await make.Add("source", source).Add("topic", topic).Add("epoch", epoch).Add("paused", false).ExecuteNonQueryAsync(cancellationToken);
        await using var read = unit.Command("SELECT pos, epoch, paused FROM cursor WHERE source = @source AND topic = @topic" + (Locks ? " FOR UPDATE" : ""));
        await using var row = await read.Add("source", source).Add("topic", topic).ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetInt64(0), row.Id(1), row.GetBoolean(2));
    }

    /// <summary>Enters the events into the inbox; only those that were not there come back.</summary>
    public ValueTask<IReadOnlyList<ExchangeEvent>> EnterAsync(string source, List<ExchangeEvent> events, CancellationToken cancellationToken) =>
        unit.Database.Kind == DatabaseKind.Sqlite ? EnterOneByOneAsync(source, events, cancellationToken) : EnterAtOnceAsync(source, events, cancellationToken);

    // In the process a statement costs no way there and back, and each of a thousand named parameters is searched among all others.
    private async ValueTask<IReadOnlyList<ExchangeEvent>> EnterOneByOneAsync(string source, List<ExchangeEvent> events, CancellationToken cancellationToken)
    {
        await using var enter = unit.Command("INSERT INTO inbox (source, event_id, topic, pos, applied_at, outcome) VALUES (@source, @event, @topic, @pos, @at, 'applied') ON CONFLICT DO NOTHING");
        var (now, fresh) = (clock.GetUtcNow(), new List<ExchangeEvent>(events.Count));
        foreach (var one in events)
        {
            enter.Parameters.Clear();
            enter.Add("source", source).Add("event", one.EventId).Add("topic", one.Topic).Add("pos", one.Position).Add("at", now);
            if (await enter.ExecuteNonQueryAsync(cancellationToken) > 0) fresh.Add(one);
        }
        return fresh;
    }

    private async ValueTask<IReadOnlyList<ExchangeEvent>> EnterAtOnceAsync(string source, List<ExchangeEvent> events, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("INSERT INTO inbox (source, event_id, topic, pos, applied_at, outcome) VALUES ");
        await using var enter = unit.Command("");
        enter.Add("source", source).Add("topic", events[0].Topic).Add("at", clock.GetUtcNow());
        for (var i = 0; i < events.Count; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@source, @e{i}, @topic, @p{i}, @at, 'applied')");
            enter.Add($"e{i}", events[i].EventId).Add($"p{i}", events[i].Position);
        }
        enter.CommandText = sql.Append(" ON CONFLICT DO NOTHING RETURNING event_id").ToString();

        var entered = new HashSet<Guid>();
        await using var rows = await enter.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) entered.Add(rows.Id(0));
        return entered.Count == events.Count ? events : [.. events.Where(one => entered.Contains(one.EventId))];
    }

    public async ValueTask<HashSet<string>> ParkedKeysAsync(string source, string topic, CancellationToken cancellationToken)
    {
        await using var read = unit.Command("SELECT DISTINCT key FROM dead_letter WHERE state = 'open' AND source = @source AND topic = @topic");
        await using var rows = await read.Add("source", source).Add("topic", topic).ExecuteReaderAsync(cancellationToken);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken)) keys.Add(rows.GetString(0));
        return keys;
    }

    public async ValueTask BuryAsync(ExchangeBatch batch, ExchangeEvent one, string reason, CancellationToken cancellationToken)
    {
        await using var bury = unit.Command("""
            INSERT INTO dead_letter (id, source, topic, topic_version, strict, event_id, key, key_version, pos, payload, traceparent, actor, occurred_at, reason, exception, attempts, first_at, last_at, state)
            VALUES (@id, @source, @topic, @version, @strict, @event, @key, @keyVersion, @pos, @payload, @trace, @actor, @occurred, @reason, @exception, 1, @at, @at, 'open') ON CONFLICT DO NOTHING
            """);
        var now = clock.GetUtcNow();
        await bury.Add("id", Guid.CreateVersion7(now)).Add("source", batch.Source).Add("topic", one.Topic).Add("version", one.Version).Add("strict", one.Strict)
            .Add("event", one.EventId).Add("key", one.Key).Add("keyVersion", one.KeyVersion).Add("pos", one.Position).Add("payload", one.Payload)
            .Add("trace", one.Traceparent).Add("actor", one.Actor).Add("occurred", one.OccurredAt).Add("reason", reason)
            .Add("exception", reason == DeadReasons.Failed ? batch.DeadLetterAs : null).Add("at", now).ExecuteNonQueryAsync(cancellationToken);
        await MarkAsync(batch.Source, one.EventId, reason == DeadReasons.Failed ? "dead" : "parked", cancellationToken);
    }

    public async ValueTask AdvanceAsync(ExchangeBatch batch, List<ExchangeEvent> read, ExchangeResult result, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using (var move = unit.Command("UPDATE cursor SET pos = @pos, last_ok = @at, last_error = NULL WHERE source = @source AND topic = @topic"))
            await move.Add("pos", result.Position).Add("at", now).Add("source", batch.Source).Add("topic", batch.Topic).ExecuteNonQueryAsync(cancellationToken);
        await using var run = unit.Command("""
            INSERT INTO exchange_run (id, source, topic, at, from_pos, to_pos, read, applied, duplicate, dead, bytes, lag_seconds, node, trace_id)
            VALUES (@id, @source, @topic, @at, @from, @to, @read, @applied, @duplicate, @dead, @bytes, @lag, @node, @trace)
            """);
        await run.Add("id", Guid.CreateVersion7(now)).Add("source", batch.Source).Add("topic", batch.Topic).Add("at", now).Add("from", read[0].Position).Add("to", result.Position)
            .Add("read", read.Count).Add("applied", result.Applied).Add("duplicate", result.Duplicate).Add("dead", result.Dead).Add("bytes", read.Sum(one => (long)one.Payload.Length))
            .Add("lag", (now - read[0].OccurredAt).TotalSeconds).Add("node", batch.Node).Add("trace", batch.TraceId).ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask RewindAsync(ExchangeBatch batch, CancellationToken cancellationToken)
    {
        await using var back = unit.Command("UPDATE cursor SET pos = 0, epoch = @epoch WHERE source = @source AND topic = @topic");
        await back.Add("epoch", batch.Epoch).Add("source", batch.Source).Add("topic", batch.Topic).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>An open dead letter, with the cursor of its topic held so that the pump cannot pass it; null: decided meanwhile.</summary>
    public async ValueTask<(string Source, ExchangeEvent Event)?> ReadDeadLetterAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var read = unit.Command("""
            SELECT source, pos, event_id, topic, topic_version, strict, key, key_version, payload, traceparent, actor, occurred_at FROM dead_letter WHERE id = @id AND state = 'open'
            """ + (Locks ? " FOR UPDATE" : ""));
        await using var row = await read.Add("id", id).ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken)) return null;
        return (row.GetString(0), new(row.GetInt64(1), row.Id(2), row.GetString(3), row.GetInt32(4), row.GetBoolean(5), row.GetString(6), row.GetInt64(7),
            row.GetString(8), row.Text(9), await row.IsDBNullAsync(10, cancellationToken) ? null : row.Id(10), row.Instant(11)));
    }

    public async ValueTask SettleAsync(Guid id, string source, Guid eventId, Guid account, CancellationToken cancellationToken)
    {
        await using (var settle = unit.Command("UPDATE dead_letter SET state = 'replayed', decided_by = @by, last_at = @at, attempts = attempts + 1 WHERE id = @id"))
            await settle.Add("by", account).Add("at", clock.GetUtcNow()).Add("id", id).ExecuteNonQueryAsync(cancellationToken);
        await MarkAsync(source, eventId, "applied", cancellationToken);
    }

    private async ValueTask MarkAsync(string source, Guid eventId, string outcome, CancellationToken cancellationToken)
    {
        await using var mark = unit.Command("UPDATE inbox SET outcome = @outcome WHERE source = @source AND event_id = @event");
        await mark.Add("outcome", outcome).Add("source", source).Add("event", eventId).ExecuteNonQueryAsync(cancellationToken);
    }
}
