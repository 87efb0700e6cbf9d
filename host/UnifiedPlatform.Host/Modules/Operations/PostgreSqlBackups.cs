using System.Diagnostics;
using Npgsql;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>A module's schema: put aside, restored from a dump by PostgreSQL's own <c>pg_restore</c>, put back, dropped.</summary>
internal sealed class PostgreSqlBackups(PlatformOptions options)
{
    public async Task RestoreAsync(IModuleDatabase database, string file, string aside, CancellationToken cancellationToken)
    {
        // What the first attempt put aside stays the one to come back to.
        if (await ExistsAsync(database, aside, cancellationToken)) await RunAsync(database, $"DROP SCHEMA IF EXISTS \"{database.Schema}\" CASCADE", cancellationToken);
        else await RunAsync(database, $"ALTER SCHEMA \"{database.Schema}\" RENAME TO \"{aside}\"", cancellationToken);
        try
        {
            await RestoreAsync(file, cancellationToken);
        }
        catch
        {
            await PutBackAsync(database, aside, CancellationToken.None);
            throw;
        }
    }

    public static async Task PutBackAsync(IModuleDatabase database, string aside, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(database, aside, cancellationToken)) return;
        await RunAsync(database, $"DROP SCHEMA IF EXISTS \"{database.Schema}\" CASCADE; ALTER SCHEMA \"{aside}\" RENAME TO \"{database.Schema}\"", cancellationToken);
    }

    public static ValueTask<bool> HasSchemaAsync(IModuleDatabase database, CancellationToken cancellationToken) => ExistsAsync(database, database.Schema ?? "", cancellationToken);

    /// <summary>Drops the schema, what restores put aside of it, and the module's role, which owns all of them.</summary>
    public static Task DropAsync(IModuleDatabase database, string connectionString, CancellationToken cancellationToken)
    {
        var role = ModuleRole.NameOf(connectionString, database.Schema ?? "");
        return RunAsync(database, $"""DROP SCHEMA IF EXISTS "{database.Schema}" CASCADE; DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN DROP OWNED BY "{role}" CASCADE; DROP ROLE "{role}"; END IF; END $$""", cancellationToken);
    }

    private async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(options.PostgreSql);
        var start = new ProcessStartInfo("pg_restore") { RedirectStandardError = true };
        foreach (var argument in new[] { "--no-password", "--exit-on-error", "--single-transaction", $"--host={target.Host}", $"--port={target.Port}", $"--username={target.Username}", $"--dbname={target.Database ?? target.Username}", file })
            start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = target.Password;
        using var process = Process.Start(start) ?? throw new IOException("pg_restore could not be started.");
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new IOException($"pg_restore ended with {process.ExitCode}: {said.Trim()}");
    }

    private static async ValueTask<bool> ExistsAsync(IModuleDatabase database, string schema, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_namespace WHERE nspname = @schema", connection);
        command.Parameters.AddWithValue("@schema", schema);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0; // count gives a row
    }

    private static async Task RunAsync(IModuleDatabase database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
