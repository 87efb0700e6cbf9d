using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>What an exception says about the database.</summary>
internal static class DatabaseErrors
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteNoMemory = 7, SqliteReadOnly = 8, SqliteInterrupted = 9, SqliteIo = 10, SqliteFull = 13, SqliteCannotOpen = 14;
    private const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);
    private const string PostgreSqlFull = "53100";

    /// <summary>Whether a database error lies behind it, after which the connection is not used again.</summary>
    public static bool In(Exception failure) => failure is DbException or DbUpdateException || (failure.InnerException is { } inner && In(inner));

    /// <summary>Whether another writer was in the way and asking again may help.</summary>
    public static bool Busy(Exception failure) =>
        failure is DatabaseBusyException or SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
        || (failure.InnerException is { } inner && Busy(inner));

    /// <summary>What keeps the database from its work: <c>busy</c>, <c>storage-full</c>, <c>database-away</c>; null: the failure has another cause.</summary>
    public static string? Trouble(Exception failure) => Busy(failure) ? "busy" : Full(failure) ? "storage-full" : Transient(failure) ? "database-away" : null;

    private static bool Full(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: SqliteFull } or DbException { SqlState: PostgreSqlFull } or IOException { HResult: NoSpace or NoSpaceOnWindows }
        || (failure.InnerException is { } inner && Full(inner));

    /// <summary>Whether the failure lies in the database's circumstances (busy, full, unreachable) and not in what was written.</summary>
    public static bool Transient(Exception failure) => Busy(failure)
        || failure is SqliteException { SqliteErrorCode: SqliteNoMemory or SqliteReadOnly or SqliteInterrupted or SqliteIo or SqliteFull or SqliteCannotOpen }
        || failure is DbException { IsTransient: true }
        || (failure.InnerException is { } inner && Transient(inner));
}
