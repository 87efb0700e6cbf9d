using System.Data.Common;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Moves every sealed field of one database to a fresh key, in batches, each value compared with what was read: it can be stopped and begun again at any point.</summary>
/// <remarks>Fields are found by their format. Table and column in a field's binding are those of the database: <c>{owner}.{table}</c>, <c>{column}</c>, key <c>id</c>.</remarks>
internal sealed class KeyRotation(KeyRing ring, IFieldProtector fields, IModuleDatabase database, TimeProvider clock)
{
    private const int Batch = 500;
    private const int ShortestField = 34;

    /// <summary>Makes the fresh key, moves the fields and destroys the old keys that no field needs any more. Gives the number of moved fields.</summary>
    public async Task<int> RotateAsync(CancellationToken cancellationToken)
    {
        var purpose = "field:" + database.Owner;
        if (ring.DecryptOnly(purpose).Count == 0) ring.Rotate(purpose);
        await using var connection = await database.OpenAsync(cancellationToken);
        var moved = await MoveAllAsync(connection, purpose, cancellationToken);
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            // Other nodes may go on sealing with the old key until they look at the ring again; what they sealed meanwhile is moved too.
            await Task.Delay(KeyRing.Look * 2, clock, cancellationToken);
            moved += await MoveAllAsync(connection, purpose, cancellationToken);
        }
        foreach (var id in ring.DecryptOnly(purpose)) ring.Destroy(id);
        return moved;
    }

    private async Task<int> MoveAllAsync(DbConnection connection, string purpose, CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var (table, column) in await ColumnsAsync(connection, cancellationToken)) moved += await MoveAsync(connection, table, column, ring.Active(purpose).Id, cancellationToken);
        return moved;
    }

    private async Task<int> MoveAsync(DbConnection connection, string table, string column, uint active, CancellationToken cancellationToken)
    {
        var moved = 0;
        var after = Guid.Empty;
        while (true)
        {
            var rows = await ReadAsync(connection, table, column, after, cancellationToken);
            if (rows.Count == 0) return moved;
            after = rows[^1].Id;
            var stale = rows.Where(row => IsField(row.Value) && FieldProtector.KeyId(row.Value) != active).ToList();
            if (stale.Count == 0) continue;
            using var turn = await database.TakeWriteTurnAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            foreach (var (id, value) in stale) moved += await MoveAsync(connection, transaction, table, column, id, value, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task<int> MoveAsync(DbConnection connection, DbTransaction transaction, string table, string column, Guid id, byte[] value, CancellationToken cancellationToken)
    {
        var bound = $"{database.Owner}.{table}";
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = @fresh WHERE id = @id AND \"{column}\" = @old";
        command.Add("@fresh", fields.Protect(bound, column, id, fields.Unprotect(bound, column, id, value))).Add("@id", id).Add("@old", value);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private bool IsField(byte[] value) => value.Length >= ShortestField && value[0] == 1 && value[1] == 1 && ring.Find(FieldProtector.KeyId(value)) is not null;

    private static async Task<List<(Guid Id, byte[] Value)>> ReadAsync(DbConnection connection, string table, string column, Guid after, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, \"{column}\" FROM \"{table}\" WHERE id > @after AND \"{column}\" IS NOT NULL ORDER BY id LIMIT {Batch}";
        command.Add("@after", after);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<(Guid, byte[])>();
        while (await rows.ReadAsync(cancellationToken)) read.Add((rows.Id(0), rows.GetFieldValue<byte[]>(1)));
        return read;
    }

    private async Task<List<(string Table, string Column)>> ColumnsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == DatabaseKind.Sqlite
            ? """
              SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
              WHERE m.type = 'table' AND upper(c.type) = 'BLOB' AND c.pk = 0 AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) k WHERE k.name = 'id' AND upper(k.type) = 'BLOB') ORDER BY 1, 2
              """
            : """
              SELECT c.table_name, c.column_name FROM information_schema.columns c
              WHERE c.table_schema = current_schema() AND c.data_type = 'bytea'
                AND EXISTS (SELECT 1 FROM information_schema.columns k WHERE k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = 'id' AND k.data_type = 'uuid') ORDER BY 1, 2
              """;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<(string, string)>();
        while (await rows.ReadAsync(cancellationToken)) columns.Add((rows.GetString(0), rows.GetString(1)));
        return columns;
    }
}
