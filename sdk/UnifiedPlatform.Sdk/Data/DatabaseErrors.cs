using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>What an exception says about the database.</summary>
internal static class DatabaseErrors
{
    private const int SqliteBusy = 5, SqliteLocked = 6;

    /// <summary>Whether a database error lies behind it, after which the connection is not used again.</summary>
    public static bool In(Exception failure) => failure is DbException or DbUpdateException || (failure.InnerException is { } inner && In(inner));

    /// <summary>Whether another writer was in the way and asking again may help.</summary>
    public static bool Busy(Exception failure) =>
        failure is DatabaseBusyException or SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
        || (failure.InnerException is { } inner && Busy(inner));
}
