using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Protection;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Modules.Commands;

/// <summary>Writes the tables of a module to files without any code of the module: for data that stayed after its removal. Sealed fields stay sealed unless a purpose is stated.</summary>
internal sealed class DataExport(PlatformOptions options, Databases databases, DataBackups data, IFieldProtector fields, ModulesDbContext host, [FromKeyedServices(Databases.Host)] IUnitOfWork unit, IAudit audit, ITexts texts, TimeProvider clock)
{
    private const int ShortestField = 34;

    // The platform's own bookkeeping says nothing about the module's subject.
    private static readonly HashSet<string> Platform = new(
        ["outbox", "outbox_head", "inbox", "cursor", "dead_letter", "exchange_run", "lineage", "idempotency", "audit_out", "task_grant", "__EFMigrationsHistory", "__EFMigrationsLock", "sqlite_sequence"], StringComparer.Ordinal);

    public async Task<int> RunAsync(string module, IConfiguration settings, Act act, CancellationToken cancellationToken)
    {
        var json = (settings["format"] ?? "csv") switch { "csv" => false, "json" => true, var other => throw new StartupFailure($"--format is csv or json; '{other}' is neither.") };
        var reveals = settings["reveal"] is "" or "true" or "True";
        var purpose = settings["purpose"];
        if (settings["to"] is not { Length: > 0 } to) throw new StartupFailure("Name the folder to write to: --to DIR.");
        if (reveals && (string.IsNullOrWhiteSpace(purpose) || Reasons.Fault(act.Reason, texts) is not null)) throw new StartupFailure("Opening sealed fields needs --purpose WHAT and --reason WHY (without identity and telephone numbers); both go into the audit.");
        if (!Sdk.Modules.ModuleId.IsValid(module) || !await data.HasDataAsync(module, cancellationToken)) throw new StartupFailure($"Module '{module}' left no data here. Data lie in {options.InData("modules")}, or in the schemas of Storage:PostgreSql.");
        // Before the first row is read; the running host seals it.
        await unit.RunAsync(_ =>
        {
            audit.Changed(host, new AuditEntry("export", OperationAudit.Resource, module) { Purpose = reveals ? purpose : null, Reason = reveals ? $"{act.Actor}: {act.Reason}" : act.Actor });
            return default;
        }, cancellationToken);

        var folder = Directory.CreateDirectory(Path.GetFullPath(to)).FullName;
        var database = databases.Of(module);
        await using var connection = await database.OpenAsync(cancellationToken);
        var tables = new List<object>();
        foreach (var table in await TablesAsync(connection, database.Kind, cancellationToken))
        {
            var file = $"{table}.{(json ? "jsonl" : "csv")}";
            await using var writer = new StreamWriter(Path.Combine(folder, file), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: !json));
            var rows = await WriteAsync(connection, module, table, writer, json, reveals, cancellationToken);
            tables.Add(new { table, file, rows });
            await Console.Out.WriteLineAsync($"{table}: {rows}");
        }
        var about = new { module, at = clock.GetUtcNow(), database = database.Kind.ToString(), sealedFields = reveals ? "opened" : "sealed:base64", tables };
        await File.WriteAllTextAsync(Path.Combine(folder, "export.json"), JsonSerializer.Serialize(about, JsonSerializerOptions.Web), cancellationToken);
        return 0;
    }

    private static async Task<List<string>> TablesAsync(DbConnection connection, DatabaseKind kind, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            if (rows.GetString(0) is var table && !Platform.Contains(table)) tables.Add(table);
        return tables;
    }

    private async Task<long> WriteAsync(DbConnection connection, string module, string table, StreamWriter writer, bool json, bool reveals, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToArray();
        var key = Array.IndexOf(columns, "id");
        if (!json) await writer.WriteLineAsync(string.Join(',', columns.Select(Quoted)));
        long count = 0;
        for (; await rows.ReadAsync(cancellationToken); count++)
        {
            var row = key >= 0 ? Key(rows.GetValue(key)) : null;
            var values = columns.Select((column, at) => Text(rows.GetValue(at), module, table, column, row, reveals)).ToArray();
            await writer.WriteLineAsync(json
                ? JsonSerializer.Serialize(columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second), JsonSerializerOptions.Web)
                : string.Join(',', values.Select(Quoted)));
        }
        return count;
    }

    private string? Text(object value, string module, string table, string column, Guid? row, bool reveals) => value switch
    {
        DBNull => null,
        byte[] { Length: 16 } key => new Guid(key, bigEndian: true).ToString("D"),
        byte[] bytes when reveals && row is { } id && IsSealed(bytes) => fields.Unprotect($"{module}.{table}", column, id, bytes),
        byte[] bytes => (IsSealed(bytes) ? "sealed:" : "base64:") + Convert.ToBase64String(bytes),
        DateTime at => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Guid? Key(object value) => value switch { Guid id => id, byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true), _ => null };

    // The format of a sealed field: version, algorithm, key.
    private static bool IsSealed(byte[] value) => value.Length >= ShortestField && value[0] == 1 && value[1] == 1;

    // A sheet would take a leading sign for a formula.
    private static string Quoted(string? value) => value is null ? "" : $"\"{(value is ['=' or '+' or '@' or '-', _, ..] && !double.TryParse(value, CultureInfo.InvariantCulture, out _) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
