using System.Data.Common;
using Microsoft.Data.Sqlite;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Brings the data of a stopped module back to a backup, or ends them. What stood before a restore is kept in <c>modules/{id}/replaced</c> (PostgreSQL: in a schema <c>replaced_…</c>), and can be put back.</summary>
internal sealed class DataBackups(PlatformOptions options, Databases databases, PostgreSqlBackups postgreSql)
{
    private const string Replaced = "replaced";

    public bool Exists(string module, string file) => File.Exists(BackupOf(module, file));

    /// <summary>Restores the backup; the same restore again begins anew and keeps what stood before the first one.</summary>
    public async Task RestoreAsync(string module, string file, Guid operation, CancellationToken cancellationToken)
    {
        var database = databases.Of(module);
        if (database.Kind == DatabaseKind.Sqlite)
        {
            var kept = ReplacedBy(module, operation);
            if (!File.Exists(kept)) await CopyAsync(database, kept, cancellationToken);
            await PutBackAsync(database, BackupOf(module, file), cancellationToken);
        }
        else await postgreSql.RestoreAsync(database, BackupOf(module, file), ReplacedSchema(module, operation), cancellationToken);
        await BeginEpochAsync(database, cancellationToken);
    }

    /// <summary>Puts back what a restore replaced.</summary>
    public async Task UndoAsync(string module, Guid operation, CancellationToken cancellationToken)
    {
        var database = databases.Of(module);
        if (database.Kind == DatabaseKind.Sqlite) await PutBackAsync(database, ReplacedBy(module, operation), cancellationToken);
        else await PostgreSqlBackups.PutBackAsync(database, ReplacedSchema(module, operation), cancellationToken);
    }

    /// <summary>Whether the module left anything.</summary>
    public async ValueTask<bool> HasDataAsync(string module, CancellationToken cancellationToken) =>
        Directory.Exists(FolderOf(module)) || (options.PostgreSql is not null && await PostgreSqlBackups.HasSchemaAsync(databases.Of(module), cancellationToken));

    /// <summary>Deletes everything the module left.</summary>
    public async Task PurgeAsync(string module, CancellationToken cancellationToken)
    {
        if (options.PostgreSql is { } connectionString) await PostgreSqlBackups.DropAsync(databases.Of(module), connectionString, cancellationToken);
        var (folder, leaving) = (FolderOf(module), options.InData($"purging-{module}"));
        if (Directory.Exists(leaving)) Directory.Delete(leaving, recursive: true); // A purge was cut off here.
        databases.Release(module);
        if (Directory.Exists(folder)) Directory.Move(folder, leaving);
        // A connection somebody opened a moment ago, the audit sealer say, would keep the deleted file in the pool and bring the data back with the module.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(leaving)) Directory.Delete(leaving, recursive: true);
    }

    // SQLite's online copy goes through the file's own locks: the audit sealer may hold a connection to it.
    private static async Task CopyAsync(IModuleDatabase database, string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // made by ReplacedBy, below a folder
        var draft = file + ".part";
        File.Delete(draft);
        await using (var to = new SqliteConnection(Target(draft)))
        await using (var from = (SqliteConnection)await database.OpenAsync(cancellationToken))
        {
            await to.OpenAsync(cancellationToken);
            from.BackupDatabase(to);
        }
        File.Move(draft, file, overwrite: true);
    }

    private static async Task PutBackAsync(IModuleDatabase database, string file, CancellationToken cancellationToken)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellationToken);
        await using var from = new SqliteConnection(Target(file));
        await from.OpenAsync(cancellationToken);
        await using var to = (SqliteConnection)await database.OpenAsync(cancellationToken);
        from.BackupDatabase(to);
    }

    // Positions given since the backup are given again: another epoch tells the consumers to begin anew, and their inboxes sort out what they had.
    private static async Task BeginEpochAsync(IModuleDatabase database, CancellationToken cancellationToken)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var epoch = Guid.NewGuid();
        await ExecuteAsync(connection, "UPDATE outbox_head SET epoch = @epoch", database.Kind == DatabaseKind.Sqlite ? epoch.ToByteArray(bigEndian: true) : epoch, cancellationToken);
        // What the backup still had to seal was sealed long ago.
        await ExecuteAsync(connection, "DELETE FROM audit_out", null, cancellationToken);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, object? epoch, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (epoch is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@epoch", epoch);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string FolderOf(string module) => options.InData("modules", module);

    private string BackupOf(string module, string file) => Path.Combine(FolderOf(module), "backups", Path.GetFileName(file));

    private string ReplacedBy(string module, Guid operation) => Path.Combine(FolderOf(module), Replaced, $"{operation:N}.db");

    private static string ReplacedSchema(string module, Guid operation) => $"{Replaced}_{module.Replace('-', '_')[..Math.Min(module.Length, 20)]}_{operation:N}"; // at most 63 bytes

    private static string Target(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
}
