using Microsoft.Data.Sqlite;
using Npgsql;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>Makes room for the scheduler's tables: a file of its own on SQLite, since every operation there is serialised, or a schema on PostgreSQL.</summary>
internal sealed class JobStore(PlatformOptions options) : IHostedService
{
    private const string Schema = "jobs";

    public static string Sqlite(PlatformOptions options) =>
        new SqliteConnectionStringBuilder { DataSource = options.InData("jobs.db"), DefaultTimeout = 30 }.ToString();

    public static string PostgreSql(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Schema, ApplicationName = "unified-platform jobs" }.ToString();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.PostgreSql is null)
        {
            await using var file = new SqliteConnection(Sqlite(options));
            await file.OpenAsync(cancellationToken);
            await using var wal = file.CreateCommand();
            wal.CommandText = "PRAGMA journal_mode=WAL";
            await wal.ExecuteNonQueryAsync(cancellationToken);
            return;
        }
        await using var connection = new NpgsqlConnection(options.PostgreSql);
        await connection.OpenAsync(cancellationToken);
        // Two nodes may start at once: "if not exists" alone can still collide in the catalogue.
        await using var create = new NpgsqlCommand($"SELECT pg_advisory_lock(7301); CREATE SCHEMA IF NOT EXISTS {Schema}; SELECT pg_advisory_unlock(7301)", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
