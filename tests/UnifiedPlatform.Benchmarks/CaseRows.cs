using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace UnifiedPlatform.Benchmarks;

/// <summary>The rows that lifecycles left in One window's database, and plain SQL that writes them again, commit by commit, into empty copies of their tables.</summary>
internal sealed class CaseRows(string source, string? server) : IDisposable
{
    public const int CommitsOfCase = 4;
    private const string Update = "UPDATE case_file SET state = state, seq = seq, version = version WHERE id = @0";

    // In which of a case's commits its rows are written; events, grants, messages and remembered answers are spread over all four.
    private static readonly Dictionary<string, int> Commit = new() { ["case_file"] = 0, ["case_dossier"] = 0, ["case_material"] = 0, ["case_part"] = 0, ["case_answer"] = 1, ["part_sign"] = 2, ["case_document"] = 2 };
    private static readonly Dictionary<string, string> Spread = new() { ["case_event"] = "case_id, seq", ["task_grant"] = "case_number, id", ["outbox"] = "seq", ["idempotency"] = "at" };

    /// <summary>Statements with their values, a list for each commit, in the order of the cases.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Statement>>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var kept = await OpenAsync(copy: false, cancellationToken);
        var ids = (await kept.QueryAsync("SELECT id FROM case_file ORDER BY id", cancellationToken)).Select(row => row[0]).ToList();
        var positions = ids.Select((id, index) => (Key: Key(id), index)).ToDictionary(pair => pair.Key, pair => pair.index);
        var commits = Enumerable.Range(0, ids.Count * CommitsOfCase).Select(_ => new List<Statement>()).ToArray();
        foreach (var (table, step) in Commit)
        {
            var (insert, rows, columns) = await kept.TableAsync(table, "1", cancellationToken);
            var owner = columns.ToList().IndexOf(table == "case_file" ? "id" : "case_id");
            foreach (var row in rows) commits[(positions[Key(row[owner])] * CommitsOfCase) + step].Add(new(insert, row));
        }
        foreach (var (table, order) in Spread)
        {
            var (insert, rows, _) = await kept.TableAsync(table, order, cancellationToken);
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
            await using var copy = await OpenAsync(copy: true, cancellationToken);
            for (var index = 0; index < commits.Count; index++)
                if (index / CommitsOfCase % writers == writer) await copy.CommitAsync(commits[index], cancellationToken);
        }, cancellationToken)));
        return clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => SqliteConnection.ClearAllPools();

    private static string Key(object id) => id is byte[] bytes ? Convert.ToHexString(bytes) : id.ToString()!;

    private async Task CopyTablesAsync(CancellationToken cancellationToken)
    {
        string[] tables = [.. Commit.Keys, .. Spread.Keys];
        await using var copy = await OpenAsync(copy: true, cancellationToken);
        foreach (var statement in copy.IsSqlite ? await SchemaAsync(tables, cancellationToken) : ["CREATE SCHEMA plain", .. tables.Select(table => $"CREATE TABLE plain.{table} (LIKE m_one_window.{table} INCLUDING ALL)")])
            await copy.QueryAsync(statement, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> SchemaAsync(string[] tables, CancellationToken cancellationToken)
    {
        await using var kept = await OpenAsync(copy: false, cancellationToken);
        var list = string.Join(", ", tables.Select(table => $"'{table}'"));
        var rows = await kept.QueryAsync($"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN ({list}) ORDER BY type = 'table' DESC", cancellationToken);
        return [.. rows.Select(row => (string)row[0])];
    }

    private async Task<PlainSql> OpenAsync(bool copy, CancellationToken cancellationToken)
    {
        DbConnection connection = server is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy ? source + ".plain" : source, ForeignKeys = false }.ToString())
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { SearchPath = copy ? "plain" : "m_one_window", MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ToString());
        await connection.OpenAsync(cancellationToken);
        var plain = new PlainSql(connection);
        await plain.QueryAsync(plain.IsSqlite ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" : "SET synchronous_commit = on", cancellationToken);
        return plain;
    }
}
