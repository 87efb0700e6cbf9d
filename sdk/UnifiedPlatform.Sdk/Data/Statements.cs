using System.Data.Common;
using Microsoft.Data.Sqlite;
using NpgsqlTypes;
using Npgsql;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Plain SQL in the stored types of contracts.md §1, the same text for both databases.</summary>
internal static class Statements
{
    public static DbCommand Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = command is SqliteCommand ? ForSqlite(value) : ForPostgreSql(value);
        if (parameter is NpgsqlParameter typed && value is null) typed.NpgsqlDbType = NpgsqlDbType.Unknown;
        command.Parameters.Add(parameter);
        return command;
    }

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid Id(this DbDataReader row, int column) => row is SqliteDataReader ? new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true) : row.GetGuid(column);

    public static DateTimeOffset Instant(this DbDataReader row, int column) =>
        row is SqliteDataReader ? Instants.FromMicroseconds(row.GetInt64(column)) : row.GetFieldValue<DateTimeOffset>(column);

    private static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset instant => Instants.ToMicroseconds(instant),
        _ => value,
    };

    private static object ForPostgreSql(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };
}
