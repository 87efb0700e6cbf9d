using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Kind of database.</summary>
public enum DatabaseKind
{
    /// <summary>One SQLite file a module (WAL, synchronous FULL, writes begin immediate).</summary>
    Sqlite,

    /// <summary>One PostgreSQL schema a module.</summary>
    PostgreSql,
}

/// <summary>Where a module's tables live. One singleton a generation, given by the host.</summary>
public interface IModuleDatabase
{
    /// <summary>Kind of database.</summary>
    DatabaseKind Kind { get; }

    /// <summary>Schema on PostgreSQL (<c>m_{id}</c>); null on SQLite.</summary>
    string? Schema { get; }

    /// <summary>Opens a new connection with the platform's settings. The caller disposes it; after any database error it is dropped, not reused.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Configures a context on an open connection (provider, history table, internal provider of this generation).</summary>
    void Use(DbContextOptionsBuilder options, DbConnection connection);
}
