using System.Data.Common;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>One host at a time migrates a schema: a session's advisory lock on PostgreSQL. A SQLite file belongs to one host anyway.</summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    private readonly DbConnection? _session;

    private MigrationLock(DbConnection? session) => _session = session;

    /// <summary>Whether another host may have migrated before the lock was got.</summary>
    public bool Waited => _session is not null;

    public static async ValueTask<MigrationLock> TakeAsync(IModuleDatabase database, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite) return new MigrationLock(null);
        var session = await database.OpenAsync(cancellationToken);
        try
        {
            await using var command = session.CreateCommand();
            // The wait ends with the caller's limit, not with the command's.
            command.CommandTimeout = 0;
            command.CommandText = $"SELECT pg_advisory_lock(hashtextextended('unifiedplatform migrates {database.Schema}', 0))";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new MigrationLock(session);
        }
        catch
        {
            await database.DropAsync(session);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is null) return;
        await using (_session)
        {
            await using var command = _session.CreateCommand();
            command.CommandText = "SELECT pg_advisory_unlock_all()";
            await command.ExecuteNonQueryAsync();
        }
    }
}
