using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace UnifiedPlatform.Benchmarks;

/// <summary>The rows that lifecycles left in One window's database, and plain SQL that writes them again, commit by commit, into empty copies of their tables.</summary>
internal sealed class CaseRows : IAsyncDisposable
{
    public const int CommitsOfCase = 4;
    private const string Update = "UPDATE case_file SET state = state, seq = seq, version = version WHERE id = @0";

    // In which of a case's commits its rows are written; events, messages and remembered answers are spread over all four.
    private static readonly Dictionary<string, int> Commit = new() { ["case_file"] = 0, ["case_dossier"] = 0, ["case_material"] = 0, ["case_part"] = 0, ["case_answer"] = 1, ["part_sign"] = 2, ["case_document"] = 2 };
    private static readonly Dictionary<string, string> Spread = new() { ["case_event"] = "seq", ["outbox"] = "seq", ["idempotency"] = "at" };

    private readonly string _source;
    private readonly string? _server;

    private CaseRows(string source, string? server) => (_source, _server) = (source, server);

    public static CaseRows On(string file, string? server) => new(file, server);

    /// <summary>Statements with their values, a list for each commit, in the order of the cases.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Statement>>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(copy: false, cancellationToken);
        var ids = (await QueryAsync(connection, "SELECT id FROM case_file ORDER BY number", cancellationToken)).Select(row => row[0]).ToList();
        var positions = ids.Select((id, index) => (Key: Key(id), index)).ToDictionary(pair => pair.Key, pair => pair.index);
        var commits = Enumerable.Range(0, ids.Count * CommitsOfCase).Select(_ => new List<Statement>()).ToArray();
        foreach (var (table, step) in Commit)
        {
            var (insert, rows, owner) = await TableAsync(connection, table, "1", cancellationToken);
            foreach (var row in rows) commits[(positions[Key(row[owner])] * CommitsOfCase) + step].Add(new(insert, row));
        }
        foreach (var (table, order) in Spread)
        {
            var (insert, rows, _) = await TableAsync(connection, table, order, cancellationToken);
            for (var index = 0; index < rows.Count; index++) commits[(int)((long)index * commits.Length / rows.Count)].Add(new(insert, rows[index]));
        }
        for (var index = 0; index < commits.Length; index++)
            if (index % CommitsOfCase != 0) commits[index].Add(new(Update, [ids[index / CommitsOfCase]]));
        return commits;
    }

    /// <summary>Writes them and returns the seconds; each writer keeps the commits of a case in order.</summary>
    public async Task<double> WriteAsync(IReadOnlyList<IReadOnlyList<Statement>> commits, int writers, CancellationToken cancellationToken)
    {
        await CopyTablesAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            await using var connection = await OpenAsync(copy: true, cancellationToken);
            var prepared = new Dictionary<string, DbCommand>();
            for (var index = 0; index < commits.Count; index++)
                if (index / CommitsOfCase % writers == writer) await WriteAsync(connection, prepared, commits[index], cancellationToken);
            foreach (var command in prepared.Values) await command.DisposeAsync();
        }, cancellationToken)));
        return clock.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }

    private static async Task WriteAsync(DbConnection connection, Dictionary<string, DbCommand> prepared, IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (sql, values) in statements)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
                prepared[sql] = command = connection.CreateCommand();
                command.CommandText = sql;
                for (var index = 0; index < values.Length; index++)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = "@" + index.ToString(CultureInfo.InvariantCulture);
                    command.Parameters.Add(parameter);
                }
            }
            command.Transaction = transaction;
            for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Key(object id) => id is byte[] bytes ? Convert.ToHexString(bytes) : id.ToString()!;

    private async Task<(string Insert, IReadOnlyList<object[]> Rows, int Owner)> TableAsync(DbConnection connection, string table, string order, CancellationToken cancellationToken)
    {
        var names = await QueryAsync(connection, _server is null
            ? $"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"
            : $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'm_one_window' AND table_name = '{table}' AND is_generated = 'NEVER'", cancellationToken);
        var columns = names.Select(row => (string)row[0]).ToList();
        var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var rows = await QueryAsync(connection, $"SELECT {list} FROM {table} ORDER BY {order}", cancellationToken);
        var overriding = _server is null ? "" : "OVERRIDING SYSTEM VALUE ";
        return ($"INSERT INTO {table} ({list}) {overriding}VALUES ({string.Join(", ", columns.Select((_, index) => $"@{index}"))})", rows, columns.IndexOf(table == "case_file" ? "id" : "case_id"));
    }

    private async Task CopyTablesAsync(CancellationToken cancellationToken)
    {
        string[] tables = [.. Commit.Keys, .. Spread.Keys];
        var statements = new List<string>();
        if (_server is null)
        {
            await using var source = await OpenAsync(copy: false, cancellationToken);
            var list = string.Join(", ", tables.Select(table => $"'{table}'"));
            statements.AddRange((await QueryAsync(source, $"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN ({list}) ORDER BY type = 'table' DESC", cancellationToken)).Select(row => (string)row[0]));
        }
        else statements.AddRange(["CREATE SCHEMA plain", .. tables.Select(table => $"CREATE TABLE plain.{table} (LIKE m_one_window.{table} INCLUDING ALL)")]);
        await using var copy = await OpenAsync(copy: true, cancellationToken);
        foreach (var statement in statements) await QueryAsync(copy, statement, cancellationToken);
    }

    private async Task<DbConnection> OpenAsync(bool copy, CancellationToken cancellationToken)
    {
        DbConnection connection = _server is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy ? _source + ".plain" : _source, ForeignKeys = false }.ToString())
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { SearchPath = copy ? "plain" : "m_one_window", MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ToString());
        await connection.OpenAsync(cancellationToken);
        await QueryAsync(connection, _server is null ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" : "SET synchronous_commit = on", cancellationToken);
        return connection;
    }

    private static async Task<IReadOnlyList<object[]>> QueryAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>A statement and the values of its parameters.</summary>
    public sealed record Statement(string Sql, object[] Values);
}
