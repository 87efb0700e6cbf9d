using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>One schema of a PostgreSQL database, with a data source (and pool) of its own.</summary>
public sealed class PostgreSqlDatabase : IModuleDatabase, IDisposable, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly Func<string>? _password;
    private volatile bool _known;

    /// <summary>Takes the connection string of the whole database and narrows it to the schema.</summary>
    public PostgreSqlDatabase(string owner, string connectionString, string schema)
    {
        Owner = owner;
        Schema = schema;
        _source = NpgsqlDataSource.Create(Narrowed(owner, connectionString, schema));
    }

    /// <summary>The same as another user. The password is asked for before the first connection, when the user may have to be made, and at each new one the server wants it for.</summary>
    internal PostgreSqlDatabase(string owner, string connectionString, string schema, string user, Func<string> password)
    {
        Owner = owner;
        Schema = schema;
        _password = password;
        var narrowed = Narrowed(owner, connectionString, schema);
        (narrowed.Username, narrowed.Password) = (user, null);
        var builder = new NpgsqlDataSourceBuilder(narrowed.ConnectionString);
        builder.UsePasswordProvider(_ => password(), (_, _) => ValueTask.FromResult(password()));
        _source = builder.Build();
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
    public DbConnection Create()
    {
        MeetUser();
        return _source.CreateConnection();
    }

    /// <inheritdoc/>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        MeetUser();
        return await _source.OpenConnectionAsync(cancellationToken);
    }

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

    private void MeetUser()
    {
        if (_known) return;
        _password?.Invoke();
        _known = true;
    }

    private static NpgsqlConnectionStringBuilder Narrowed(string owner, string connectionString, string schema)
    {
        var narrowed = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, ApplicationName = "UnifiedPlatform " + owner };
        // Every owner has pools of its own on one server: what rests is given back before the server runs out.
        if (narrowed.ConnectionIdleLifetime == new NpgsqlConnectionStringBuilder().ConnectionIdleLifetime) (narrowed.ConnectionIdleLifetime, narrowed.ConnectionPruningInterval) = (30, 5);
        return narrowed;
    }

    private sealed class AtOnce : IDisposable
    {
        public static readonly AtOnce Turn = new();

        public void Dispose()
        {
        }
    }
}
