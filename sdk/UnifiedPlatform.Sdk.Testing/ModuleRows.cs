using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>The module's own tables, read by SQL: table and column names are snake_case, and one statement runs on both databases.</summary>
public sealed class ModuleRows
{
    private readonly IModuleRuntime _runtime;
    private readonly string _module;

    internal ModuleRows(IModuleRuntime runtime, string module) => (_runtime, _module) = (runtime, module);

    /// <summary>Rows of a query.</summary>
    /// <param name="sql">A SELECT; values stand in it as <c>@p0 @p1 …</c>.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    /// <param name="values">The values.</param>
    public async Task<IReadOnlyList<IReadOnlyList<object?>>> ReadAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var connection = await (await DatabaseAsync(cancellationToken)).OpenAsync(cancellationToken);
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<IReadOnlyList<object?>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }
        return rows;
    }

    /// <summary>Number of rows of a table.</summary>
    public async Task<long> CountAsync(string table, CancellationToken cancellationToken = default) =>
        Convert.ToInt64((await ReadAsync($"SELECT count(*) FROM \"{table}\"", cancellationToken))[0][0], CultureInfo.InvariantCulture);

    /// <summary>Contents of every table of the module's own, as text, for comparing before and after. The platform's tables are left out.</summary>
    public async Task<string> SnapshotAsync(CancellationToken cancellationToken = default)
    {
        var text = new System.Text.StringBuilder();
        foreach (var table in await TablesAsync(cancellationToken))
        {
            text.Append(CultureInfo.InvariantCulture, $"{table}\n");
            foreach (var row in (await ReadAsync($"SELECT * FROM \"{table}\"", cancellationToken)).Select(row => string.Join('|', row.Select(Shown))).Order(StringComparer.Ordinal)) text.Append(row).Append('\n');
        }
        return text.ToString();
    }

    private async Task<IEnumerable<string>> TablesAsync(CancellationToken cancellationToken)
    {
        var kind = (await DatabaseAsync(cancellationToken)).Kind;
        var rows = await ReadAsync(kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name", cancellationToken);
        return rows.Select(row => (string)row[0]!).Where(table => !Platform.Contains(table) && !table.StartsWith("__", StringComparison.Ordinal) && !table.StartsWith("sqlite_", StringComparison.Ordinal)); // names are not null
    }

    // The host's own object: it outlives the generation that was asked for it.
    private async Task<IModuleDatabase> DatabaseAsync(CancellationToken cancellationToken) =>
        await _runtime.UseAsync(_module, (services, _) => ValueTask.FromResult(services.GetRequiredService<IModuleDatabase>()), cancellationToken);

    private static readonly HashSet<string> Platform = new(["outbox", "outbox_head", "inbox", "cursor", "dead_letter", "exchange_run", "lineage", "idempotency", "audit_out", "task_grant"], StringComparer.Ordinal);

    private static string Shown(object? value) => value switch
    {
        null => "",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static DbCommand Command(DbConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"p{i}", values[i]);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
