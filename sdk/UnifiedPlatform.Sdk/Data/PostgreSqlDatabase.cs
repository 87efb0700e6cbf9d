using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>One schema of a PostgreSQL database, with a data source (and pool) of its own.</summary>
public sealed class PostgreSqlDatabase : IModuleDatabase, IDisposable, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    /// <summary>Takes the connection string of the whole database and narrows it to the schema.</summary>
    public PostgreSqlDatabase(string owner, string connectionString, string schema)
    {
        Owner = owner;
        Schema = schema;
        var narrowed = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, ApplicationName = "UnifiedPlatform " + owner };
        _source = NpgsqlDataSource.Create(narrowed);
    }

    /// <inheritdoc/>
    public string Owner { get; }

    /// <inheritdoc/>
    public DatabaseKind Kind => DatabaseKind.PostgreSql;

    /// <inheritdoc/>
    public string? Schema { get; }

    /// <summary>The pool, for listeners and bulk copies of the platform.</summary>
    public NpgsqlDataSource Source => _source;

    /// <inheritdoc/>
    public DbConnection Create() => _source.CreateConnection();

    /// <inheritdoc/>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable>(AtOnce.Turn);

    /// <inheritdoc/>
    public ValueTask DropAsync(DbConnection connection) => connection.DisposeAsync(); // A broken connector never returns to the pool.

    /// <inheritdoc/>
    public void Use(DbContextOptionsBuilder options) =>
        options.UseNpgsql(postgres => postgres.MigrationsHistoryTable(HistoryRepository.DefaultTableName, Schema));

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private sealed class AtOnce : IDisposable
    {
        public static readonly AtOnce Turn = new();

        public void Dispose()
        {
        }
    }
}
