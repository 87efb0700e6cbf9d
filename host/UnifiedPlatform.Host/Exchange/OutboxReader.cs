using System.Data.Common;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Reads an owner's outbox in order of position. On PostgreSQL positions are given here, after commit and under one row lock, so that no late commit is passed over.</summary>
internal sealed class OutboxReader(IModuleDatabase database)
{
    private const string Columns = "o.event_id, o.topic, o.topic_version, o.strict, o.key, o.key_version, o.payload, o.traceparent, o.actor, o.occurred_at";

    private bool Positions => database.Kind == DatabaseKind.PostgreSql;

    /// <summary>Whether the owner has an outbox at all: a module that keeps no data or has not started yet has none.</summary>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = connection.CreateCommand();
        read.CommandText = Positions ? "SELECT count(*) FROM pg_class WHERE oid = to_regclass('outbox')" : "SELECT count(*) FROM sqlite_master WHERE name = 'outbox'";
        return await read.ExecuteScalarAsync(cancellationToken) is > 0L;
    }

    /// <summary>Topics with events.</summary>
    public async ValueTask<IReadOnlyList<string>> TopicsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var read = connection.CreateCommand();
        read.CommandText = "SELECT DISTINCT topic FROM outbox";
        await using var rows = await read.ExecuteReaderAsync(cancellationToken);
        var topics = new List<string>();
        while (await rows.ReadAsync(cancellationToken)) topics.Add(rows.GetString(0));
        return topics;
    }

    /// <summary>The next events after a position. A position beyond the head belongs to another numbering (a restored source): it is read from the start.</summary>
    public async ValueTask<(Guid Epoch, IReadOnlyList<ExchangeEvent> Events)> ReadAsync(string topic, long after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (Positions) await GivePositionsAsync(connection, topic, limit, cancellationToken);
        if (await EpochAsync(connection, topic, cancellationToken) is not { } epoch) return (Guid.Empty, []);

        var position = Positions ? "o.pos" : "o.seq";
        await using var read = connection.CreateCommand();
        read.CommandText = $"SELECT {position}, {Columns} FROM outbox o WHERE o.topic = @topic AND {position} > @after ORDER BY {position} LIMIT @limit";
        await using var rows = await read.Add("topic", topic).Add("after", after).Add("limit", limit).ExecuteReaderAsync(cancellationToken);
        var events = new List<ExchangeEvent>();
        while (await rows.ReadAsync(cancellationToken)) events.Add(Event(rows));
        return (epoch, events);
    }

    /// <summary>Newest position, how many events lie after the given one, and when the oldest of them was published.</summary>
    public async ValueTask<(Guid Epoch, long Head, long Backlog, DateTimeOffset? Oldest)> MeasureAsync(string topic, long after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var epoch = await EpochAsync(connection, topic, cancellationToken) ?? Guid.Empty;
        await using var read = connection.CreateCommand();
        read.CommandText = Positions
            ? """
              SELECT coalesce((SELECT last FROM outbox_head WHERE topic = @topic), 0) + (SELECT count(*) FROM outbox WHERE topic = @topic AND pos IS NULL),
                     count(*), min(occurred_at) FROM outbox WHERE topic = @topic AND (pos > @after OR pos IS NULL)
              """
            : """
              SELECT coalesce((SELECT max(seq) FROM outbox WHERE topic = @topic), 0), count(*), min(occurred_at) FROM outbox WHERE topic = @topic AND seq > @after
              """;
        await using var row = await read.Add("topic", topic).Add("after", after).ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (epoch, row.GetInt64(0), row.GetInt64(1), await row.IsDBNullAsync(2, cancellationToken) ? null : row.Instant(2));
    }

    private static async ValueTask GivePositionsAsync(DbConnection connection, string topic, int limit, CancellationToken cancellationToken)
    {
        await using (var any = connection.CreateCommand())
        {
            any.CommandText = "SELECT EXISTS (SELECT 1 FROM outbox WHERE topic = @topic AND pos IS NULL)";
            if (await any.Add("topic", topic).ExecuteScalarAsync(cancellationToken) is not true) return;
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // The lock is a statement of its own: the next one then sees what was committed while this one waited.
        await ExecuteAsync("INSERT INTO outbox_head (topic, last, epoch) VALUES (@topic, 0, gen_random_uuid()) ON CONFLICT DO NOTHING");
        await ExecuteAsync("SELECT last FROM outbox_head WHERE topic = @topic FOR UPDATE");
        await ExecuteAsync("""
            WITH n AS MATERIALIZED (SELECT seq, row_number() OVER (ORDER BY seq) rn FROM (SELECT seq FROM outbox WHERE topic = @topic AND pos IS NULL ORDER BY seq LIMIT @limit) x),
                 h AS (SELECT last FROM outbox_head WHERE topic = @topic),
                 u AS (UPDATE outbox o SET pos = h.last + n.rn FROM n, h WHERE o.seq = n.seq RETURNING 1)
            UPDATE outbox_head SET last = last + (SELECT count(*) FROM u) WHERE topic = @topic AND EXISTS (SELECT 1 FROM n)
            """);
        await transaction.CommitAsync(cancellationToken);

        async ValueTask ExecuteAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            command.Add("topic", topic);
            if (sql.Contains("@limit", StringComparison.Ordinal)) command.Add("limit", limit);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async ValueTask<Guid?> EpochAsync(DbConnection connection, string topic, CancellationToken cancellationToken)
    {
        await using var read = connection.CreateCommand();
        read.CommandText = "SELECT epoch FROM outbox_head WHERE topic = @topic";
        await using var row = await read.Add("topic", topic).ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? row.Id(0) : null;
    }

    private static ExchangeEvent Event(DbDataReader row) => new(
        row.GetInt64(0), row.Id(1), row.GetString(2), row.GetInt32(3), row.GetBoolean(4), row.GetString(5), row.GetInt64(6), row.GetString(7), row.Text(8),
        row.IsDBNull(9) ? null : row.Id(9), row.Instant(10));
}
