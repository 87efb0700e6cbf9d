using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>One SQLite file: write-ahead log, synchronous FULL, foreign keys on, one fair queue of writers.</summary>
public sealed class SqliteDatabase : IModuleDatabase, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _connectionString;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Names the file; it is created when first opened, its folder must exist.</summary>
    public SqliteDatabase(string owner, string path, bool readOnly = false)
    {
        Owner = owner;
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = (int)Patience.TotalSeconds,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        }.ToString();
    }

    /// <inheritdoc/>
    public string Owner { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public DatabaseKind Kind => DatabaseKind.Sqlite;

    /// <inheritdoc/>
    public string? Schema => null;

    /// <inheritdoc/>
    public DbConnection Create()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.StateChange += ApplySettings;
        return connection;
    }

    /// <inheritdoc/>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Create();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellationToken)
    {
        // Semaphore waiters are served in the order in which they came.
        if (!await _turn.WaitAsync(Patience, cancellationToken)) throw new DatabaseBusyException(Owner);
        return new WriteTurn(_turn);
    }

    /// <inheritdoc/>
    public async ValueTask DropAsync(DbConnection connection)
    {
        SqliteConnection.ClearPool((SqliteConnection)connection);
        await connection.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Use(DbContextOptionsBuilder options) =>
        options.UseSqlite(sqlite => sqlite.MigrationsHistoryTable(HistoryRepository.DefaultTableName));

    /// <inheritdoc/>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString)) SqliteConnection.ClearPool(connection);
        _turn.Dispose();
    }

    private static void ApplySettings(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState != ConnectionState.Open) return;
        using var command = ((SqliteConnection)sender).CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
        command.ExecuteNonQuery();
    }

    private sealed class WriteTurn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
