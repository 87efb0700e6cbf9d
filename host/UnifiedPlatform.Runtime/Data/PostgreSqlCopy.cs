using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>PostgreSQL's own <c>pg_dump</c> of the module's schema, where it is installed.</summary>
internal sealed class PostgreSqlCopy(ModuleRuntimeOptions options, ILogger<PostgreSqlCopy> logger) : IDatabaseCopy
{
    public DatabaseKind Kind => DatabaseKind.PostgreSql;

    public string Extension => ".dump";

    public async Task<bool> HasTablesAsync(IModuleDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM pg_tables WHERE schemaname = '{database.Schema}'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }

    public async Task<bool> CopyAsync(IModuleDatabase database, string file, CancellationToken cancellationToken)
    {
        if (options.PostgreSql is not { } connection || Tool() is not { } tool)
        {
            logger.LogWarning("The schema {Schema} is not backed up before its migration: pg_dump is not installed on this machine.", database.Schema);
            return false;
        }
        var target = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true };
        foreach (var argument in new[] { "--format=custom", "--no-password", $"--schema={database.Schema}", $"--host={target.Host}", $"--port={target.Port}", $"--username={target.Username}", $"--dbname={target.Database ?? target.Username}", $"--file={file}" })
            start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = target.Password;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pg_dump could not be started.");
        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0) return true;
            File.Delete(file);
            throw new IOException($"pg_dump ended with {process.ExitCode}: {said.Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    public Task<bool> RestoreAsync(IModuleDatabase database, string file, CancellationToken cancellationToken) => Task.FromResult(false);

    private static string? Tool() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pg_dump.exe" : "pg_dump")).FirstOrDefault(File.Exists);
}
