using Npgsql;
using UnifiedPlatform.Host.Storage;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A PostgreSQL database of a test's own, dropped at the end. The server comes from <c>UNIFIED_TEST_POSTGRESQL</c>.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(string name, string connectionString) => (_name, ConnectionString) = (name, connectionString);

    /// <summary>Connection string of the server; null: none on this machine.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("UNIFIED_TEST_POSTGRESQL") is { Length: > 0 } server ? server : null;

    /// <summary>Whether a server is given.</summary>
    public static bool Available => Server is not null;

    /// <summary>Reason shown for a skipped test.</summary>
    public const string SkipReason = "UNIFIED_TEST_POSTGRESQL names no PostgreSQL server; tests/run sets it where PostgreSQL is installed.";

    /// <summary>Connection string of this database.</summary>
    public string ConnectionString { get; }

    /// <summary>Creates an empty database.</summary>
    public static async Task<TestDatabase> CreateAsync(CancellationToken cancellationToken = default)
    {
        var server = new NpgsqlConnectionStringBuilder(Server ?? throw new InvalidOperationException(SkipReason)) { Pooling = false };
        var name = $"t_{Guid.CreateVersion7():N}";
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {name}", cancellationToken);
        return new TestDatabase(name, new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ConnectionString);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var server = new NpgsqlConnectionStringBuilder(Server) { Pooling = false };
        await ExecuteAsync(server.ConnectionString, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", CancellationToken.None);
        // Roles belong to the server and would outlive their database.
        await ExecuteAsync(server.ConnectionString, $"""
            DO $$ DECLARE module record; BEGIN
              FOR module IN SELECT rolname FROM pg_roles WHERE rolname LIKE '%\_{ModuleRole.SuffixOf(_name)}' LOOP EXECUTE format('DROP ROLE %I', module.rolname); END LOOP;
            END $$
            """, CancellationToken.None);
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
