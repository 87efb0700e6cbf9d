using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace UnifiedPlatform.Benchmarks;

/// <summary>One connection with prepared statements and nothing above it: what a figure is compared with.</summary>
internal sealed class PlainSql(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    public bool IsSqlite => connection is SqliteConnection;

    public async Task<IReadOnlyList<object[]>> QueryAsync(string sql, CancellationToken cancellationToken)
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

    /// <summary>The rows of a table in an order, the statement that writes one of them, and the table's columns.</summary>
    public async Task<(string Insert, IReadOnlyList<object[]> Rows, IReadOnlyList<string> Columns)> TableAsync(string table, string order, CancellationToken cancellationToken)
    {
        var names = await QueryAsync(IsSqlite
            ? $"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"
            : $"SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}' AND is_generated = 'NEVER'", cancellationToken);
        var columns = names.Select(row => (string)row[0]).ToList();
        var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var rows = await QueryAsync($"SELECT {list} FROM {table} ORDER BY {order}", cancellationToken);
        return ($"INSERT INTO {table} ({list}) {(IsSqlite ? "" : "OVERRIDING SYSTEM VALUE ")}VALUES ({string.Join(", ", columns.Select((_, index) => $"@{index}"))})", rows, columns);
    }

    /// <summary>Writes the statements in one durable transaction.</summary>
    public async Task CommitAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (sql, values) in statements)
        {
            var command = Prepared(sql, values.Length);
            command.Transaction = transaction;
            for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private DbCommand Prepared(string sql, int parameters)
    {
        if (_prepared.TryGetValue(sql, out var known)) return known;
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < parameters; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + index.ToString(CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }
        return _prepared[sql] = command;
    }
}
