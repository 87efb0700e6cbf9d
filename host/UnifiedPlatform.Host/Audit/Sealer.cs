using System.Data.Common;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Moves what waits in all databases into the one chain. A crash between its commit and the deletion at the source is harmless: an entry is known by source and id.</summary>
internal sealed class Sealer([FromKeyedServices(Databases.Audit)] IModuleDatabase audit, AuditSources sources, PlatformOptions options, TimeProvider clock)
{
    public const int Batch = 500;
    private const long Lease = 0x75702d6175646974; // "up-audit": one sealer at a time over all nodes.

    /// <summary>Seals one batch of every source; gives how many entries it found.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        var found = await SealOwnAsync(cancellationToken);
        foreach (var source in await sources.FindAsync(cancellationToken)) found += await SealAsync(source, cancellationToken);
        return found;
    }

    private async Task<int> SealOwnAsync(CancellationToken cancellationToken)
    {
        await using var connection = await audit.OpenAsync(cancellationToken);
        var rows = await ReadAsync(connection, "SELECT id, body FROM audit_in ORDER BY n LIMIT 500", cancellationToken);
        if (rows.Count == 0) return 0;
        return await AppendAsync(connection, audit.Owner, rows, async (transaction, token) => await DeleteAsync(connection, transaction, "audit_in", rows, token), cancellationToken) ? rows.Count : 0;
    }

    private async Task<int> SealAsync(IModuleDatabase source, CancellationToken cancellationToken)
    {
        await using var from = await source.OpenAsync(cancellationToken);
        if (!await HasTableAsync(source, from, cancellationToken)) return 0;
        var rows = await ReadAsync(from, "SELECT id, body FROM audit_out ORDER BY id LIMIT 500", cancellationToken);
        if (rows.Count == 0) return 0;
        await using (var connection = await audit.OpenAsync(cancellationToken))
            if (!await AppendAsync(connection, source.Owner, rows, null, cancellationToken)) return 0;
        using var turn = await source.TakeWriteTurnAsync(cancellationToken);
        await using var deletion = await from.BeginTransactionAsync(cancellationToken);
        await DeleteAsync(from, deletion, "audit_out", rows, cancellationToken);
        await deletion.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private async Task<bool> AppendAsync(DbConnection connection, string source, List<(Guid Id, byte[] Body)> rows, Func<DbTransaction, CancellationToken, Task>? before, CancellationToken cancellationToken)
    {
        using var turn = await audit.TakeWriteTurnAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (audit.Kind == DatabaseKind.PostgreSql && !await TakeLeaseAsync(connection, transaction, cancellationToken)) return false;
        var ledger = new Ledger(connection, transaction);
        var head = await ledger.HeadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, options.TimeZone).DateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // A clock set back must not reorder days: the chain goes on in the day it has reached.
        if (string.CompareOrdinal(today, head.Day) > 0) head = await ledger.BeginDayAsync(head, today, now, cancellationToken);
        foreach (var (id, body) in rows)
            if (!await ledger.HasAsync(source, id, cancellationToken)) head = await ledger.AppendAsync(head, source, id, body, cancellationToken);
        if (before is not null) await before(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<bool> TakeLeaseAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT pg_try_advisory_xact_lock(@lease)";
        command.Add("@lease", Lease);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task<bool> HasTableAsync(IModuleDatabase source, DbConnection connection, CancellationToken cancellationToken)
    {
        if (source.Kind == DatabaseKind.PostgreSql) return true; // AuditSources found it by that table.
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit_out'";
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task<List<(Guid Id, byte[] Body)>> ReadAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<(Guid, byte[])>();
        while (await rows.ReadAsync(cancellationToken)) read.Add((rows.Id(0), rows.GetFieldValue<byte[]>(1)));
        return read;
    }

    private static async Task DeleteAsync(DbConnection connection, DbTransaction transaction, string table, List<(Guid Id, byte[] Body)> rows, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"DELETE FROM {table} WHERE id = @id";
        foreach (var (id, _) in rows)
        {
            command.Parameters.Clear();
            command.Add("@id", id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
