using System.Data.Common;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>What a database says of its own state, read without a context: to build a model at every start costs more than all else of it.</summary>
/// <param name="Applied">Names of the applied migrations.</param>
/// <param name="IndexesOf">What the scope indexes were last made for; null: they never were.</param>
internal sealed record DatabaseState(IReadOnlyList<string> Applied, string? IndexesOf)
{
    private const string Marks = "__scope_indexes";

    public static async ValueTask<DatabaseState> ReadAsync(IModuleDatabase database, string history, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // Asked for first, because a missing table would be logged as a failed command.
        var applied = await ExistsAsync(connection, database.Kind, history, cancellationToken)
            ? await NamesAsync(connection, $"SELECT \"MigrationId\" FROM \"{history}\"", cancellationToken) : [];
        var marks = await ExistsAsync(connection, database.Kind, Marks, cancellationToken)
            ? await NamesAsync(connection, $"SELECT made_for FROM \"{Marks}\" WHERE history = '{history}'", cancellationToken) : [];
        return new DatabaseState(applied, marks.SingleOrDefault());
    }

    /// <summary>Notes what the scope indexes were made for.</summary>
    public static async ValueTask MarkIndexesAsync(IModuleDatabase database, string history, string madeFor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            CREATE TABLE IF NOT EXISTS "{Marks}" (history TEXT NOT NULL PRIMARY KEY, made_for TEXT NOT NULL);
            INSERT INTO "{Marks}" (history, made_for) VALUES ('{history}', '{madeFor}') ON CONFLICT (history) DO UPDATE SET made_for = excluded.made_for
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async ValueTask<bool> ExistsAsync(DbConnection connection, DatabaseKind kind, string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = kind == DatabaseKind.Sqlite
            ? $"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{table}'"
            : $"SELECT 1 WHERE to_regclass('\"{table}\"') IS NOT NULL";
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async ValueTask<IReadOnlyList<string>> NamesAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellationToken)) names.Add(rows.GetString(0));
        return names;
    }
}
