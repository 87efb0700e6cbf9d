using System.Data.Common;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Reads, and for what needs none of the module's code writes, the exchange's tables where events are applied.</summary>
internal sealed class InboxReader(IModuleDatabase database, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Whether the owner has the exchange's tables: a module that never ran has none.</summary>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = Command(connection, database.Kind == DatabaseKind.Sqlite ? "SELECT count(*) FROM sqlite_master WHERE name = 'cursor'" : "SELECT count(*) FROM pg_class WHERE oid = to_regclass('cursor')");
        return await read.ExecuteScalarAsync(cancellationToken) is > 0L;
    }

    public async ValueTask<Cursor> CursorAsync(string source, string topic, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = Command(connection, "SELECT pos, epoch, paused, last_ok, last_error FROM cursor WHERE source = @source AND topic = @topic");
        await using var row = await read.Add("source", source).Add("topic", topic).ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetInt64(0), row.Id(1), row.GetBoolean(2), await row.IsDBNullAsync(3, cancellationToken) ? null : row.Instant(3), row.Text(4))
            : Cursor.None;
    }

    public async ValueTask<long> OpenDeadLettersAsync(string source, string topic, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var count = Command(connection, "SELECT count(*) FROM dead_letter WHERE state = 'open' AND source = @source AND topic = @topic");
        return (long)(await count.Add("source", source).Add("topic", topic).ExecuteScalarAsync(cancellationToken))!;
    }

    public async ValueTask<IReadOnlyList<DeadLetterView>> DeadLettersAsync(string state, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = Command(connection, """
            SELECT id, source, topic, topic_version, key, payload, reason, exception, attempts, occurred_at, first_at, last_at, state, note
            FROM dead_letter WHERE state = @state ORDER BY first_at DESC LIMIT @most
            """);
        await using var rows = await read.Add("state", state).Add("most", Most).ExecuteReaderAsync(cancellationToken);
        var letters = new List<DeadLetterView>();
        while (await rows.ReadAsync(cancellationToken))
            letters.Add(new(rows.Id(0), database.Owner, rows.GetString(1), rows.GetString(2), rows.GetInt32(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.Text(7),
                rows.GetInt32(8), rows.Instant(9), rows.Instant(10), rows.Instant(11), rows.GetString(12), rows.Text(13)));
        return letters;
    }

    public async ValueTask<IReadOnlyList<ExchangeRunView>> RunsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = Command(connection, """
            SELECT source, topic, at, from_pos, to_pos, read, applied, duplicate, dead, lag_seconds, error, trace_id FROM exchange_run ORDER BY at DESC LIMIT @most
            """);
        await using var rows = await read.Add("most", Most).ExecuteReaderAsync(cancellationToken);
        var runs = new List<ExchangeRunView>();
        while (await rows.ReadAsync(cancellationToken))
            runs.Add(new(database.Owner, rows.GetString(0), rows.GetString(1), rows.Instant(2), rows.GetInt64(3), rows.GetInt64(4), rows.GetInt32(5), rows.GetInt32(6), rows.GetInt32(7), rows.GetInt32(8),
                rows.GetDouble(9), rows.Text(10), rows.Text(11)));
        return runs;
    }

    /// <summary>The open dead letter, and the open ones parked behind it on the same key in order; null: none open with this id.</summary>
    public async ValueTask<IReadOnlyList<Guid>?> ChainAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = Command(connection, """
            SELECT f.id FROM dead_letter d JOIN dead_letter f ON f.source = d.source AND f.topic = d.topic AND f.key = d.key AND f.state = 'open'
                   AND (f.id = d.id OR (f.reason = 'parked' AND f.pos > d.pos))
            WHERE d.id = @id AND d.state = 'open' ORDER BY f.pos
            """);
        await using var rows = await read.Add("id", id).ExecuteReaderAsync(cancellationToken);
        var chain = new List<Guid>();
        while (await rows.ReadAsync(cancellationToken)) chain.Add(rows.Id(0));
        return chain.Count == 0 ? null : chain;
    }

    public ValueTask<bool> DiscardAsync(Guid id, Guid account, string note, CancellationToken cancellationToken) => WriteAsync(
        "UPDATE dead_letter SET state = 'discarded', decided_by = @by, note = @note, last_at = @at WHERE id = @id AND state = 'open'",
        command => command.Add("by", account).Add("note", note).Add("at", clock.GetUtcNow()).Add("id", id), cancellationToken);

    public ValueTask<bool> TriedAsync(Guid id, string? error, CancellationToken cancellationToken) => WriteAsync(
        "UPDATE dead_letter SET attempts = attempts + 1, last_at = @at, exception = @error WHERE id = @id AND state = 'open'",
        command => command.Add("at", clock.GetUtcNow()).Add("error", error).Add("id", id), cancellationToken);

    public ValueTask<bool> PauseAsync(Arrow arrow, bool paused, CancellationToken cancellationToken) => WriteAsync(
        "INSERT INTO cursor (source, topic, epoch, pos, paused) VALUES (@source, @topic, @epoch, 0, @paused) ON CONFLICT (source, topic) DO UPDATE SET paused = @paused",
        command => command.Add("source", arrow.Source).Add("topic", arrow.Topic).Add("epoch", Guid.Empty).Add("paused", paused), cancellationToken);

    public async ValueTask FailedAsync(Arrow arrow, long position, string error, string node, string? traceId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await WriteAsync("UPDATE cursor SET last_error = @error WHERE source = @source AND topic = @topic", command => command.Add("error", error).Add("source", arrow.Source).Add("topic", arrow.Topic), cancellationToken);
        await WriteAsync("""
            INSERT INTO exchange_run (id, source, topic, at, from_pos, to_pos, read, applied, duplicate, dead, bytes, lag_seconds, node, trace_id, error)
            VALUES (@id, @source, @topic, @at, @pos, @pos, 0, 0, 0, 0, 0, 0, @node, @trace, @error)
            """, command => command.Add("id", Guid.CreateVersion7(now)).Add("source", arrow.Source).Add("topic", arrow.Topic).Add("at", now).Add("pos", position).Add("node", node).Add("trace", traceId).Add("error", error), cancellationToken);
    }

    private async ValueTask<bool> WriteAsync(string sql, Action<DbCommand> fill, CancellationToken cancellationToken)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = Command(connection, sql);
        fill(command);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    internal sealed record Cursor(long Position, Guid? Epoch, bool Paused, DateTimeOffset? LastOk, string? LastError)
    {
        /// <summary>Nothing was read yet.</summary>
        public static readonly Cursor None = new(0, null, false, null, null);
    }
}
