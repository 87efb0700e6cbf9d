using System.Data.Common;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Writes the chain in one transaction of the audit database.</summary>
internal sealed class Ledger(DbConnection connection, DbTransaction transaction)
{
    public async Task<ChainHead> HeadAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT seq, day, n, hash FROM audit_entry ORDER BY seq DESC LIMIT 1");
        ChainHead? head = null;
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
            if (await row.ReadAsync(cancellationToken)) head = new ChainHead(row.GetInt64(0), row.GetString(1), row.GetInt64(2) + 1, row.GetFieldValue<byte[]>(3), []);
        var (day, close) = await LastCloseAsync(cancellationToken);
        if (head is null) return ChainHead.Empty;
        return day == head.Day ? head with { CloseBefore = close } : head;
    }

    /// <summary>Closes the day that was, if it is open, and begins another.</summary>
    public async Task<ChainHead> BeginDayAsync(ChainHead head, string day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var close = Array.Empty<byte>();
        if (head.Seq > 0)
        {
            close = Chain.Close(head.Count, head.Hash);
            await using var command = Command("INSERT INTO audit_day (day, first_seq, entries, close, closed_at) VALUES (@day, @first, @entries, @close, @at) ON CONFLICT (day) DO NOTHING");
            command.Add("@day", head.Day).Add("@first", head.Seq - head.Count + 1).Add("@entries", head.Count).Add("@close", close).Add("@at", now);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return new ChainHead(head.Seq, day, 0, Chain.Start(day, close), close);
    }

    public async Task<bool> HasAsync(string source, Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT 1 FROM audit_entry WHERE src = @src AND src_id = @id");
        command.Add("@src", source).Add("@id", id);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task<ChainHead> AppendAsync(ChainHead head, string source, Guid id, byte[] body, CancellationToken cancellationToken)
    {
        var facts = AuditFacts.Read(body);
        var next = head with { Seq = head.Seq + 1, Count = head.Count + 1, Hash = Chain.Next(head.Hash, body) };
        await using var command = Command("""
            INSERT INTO audit_entry (seq, day, n, src, src_id, at, actor, act, rtype, rid, result, body, hash)
            VALUES (@seq, @day, @n, @src, @id, @at, @actor, @act, @rtype, @rid, @result, @body, @hash)
            """);
        command.Add("@seq", next.Seq).Add("@day", next.Day).Add("@n", head.Count).Add("@src", source).Add("@id", id).Add("@at", facts.At).Add("@actor", facts.Actor)
            .Add("@act", facts.Act).Add("@rtype", facts.ResourceType).Add("@rid", facts.ResourceId).Add("@result", facts.Result).Add("@body", body).Add("@hash", next.Hash);
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var subject in facts.Subjects)
        {
            await using var projected = Command("INSERT INTO audit_subject (resident, seq) VALUES (@resident, @seq)");
            projected.Add("@resident", subject).Add("@seq", next.Seq);
            await projected.ExecuteNonQueryAsync(cancellationToken);
        }
        return next;
    }

    private async Task<(string Day, byte[] Close)> LastCloseAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT day, close FROM audit_day ORDER BY day DESC LIMIT 1");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetString(0), row.GetFieldValue<byte[]>(1)) : ("", []);
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }
}
