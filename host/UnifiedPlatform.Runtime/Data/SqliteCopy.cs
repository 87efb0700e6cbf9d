using System.Globalization;
using Microsoft.Data.Sqlite;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>SQLite's online backup: consistent while others read and write.</summary>
internal sealed class SqliteCopy : IDatabaseCopy
{
    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public string Extension => ".db";

    public async Task<bool> HasTablesAsync(IModuleDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }

    public async Task<bool> CopyAsync(IModuleDatabase database, string file, CancellationToken cancellationToken)
    {
        await using var from = (SqliteConnection)await database.OpenAsync(cancellationToken);
        await using var to = new SqliteConnection(Target(file));
        await to.OpenAsync(cancellationToken);
        from.BackupDatabase(to);
        return true;
    }

    public async Task<bool> RestoreAsync(IModuleDatabase database, string file, CancellationToken cancellationToken)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellationToken);
        await using var to = (SqliteConnection)await database.OpenAsync(cancellationToken);
        await using var from = new SqliteConnection(Target(file));
        await from.OpenAsync(cancellationToken);
        from.BackupDatabase(to);
        return true;
    }

    private static string Target(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
}
