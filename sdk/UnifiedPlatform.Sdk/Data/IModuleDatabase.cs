using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Where an owner's tables live: a SQLite file or a PostgreSQL schema. Given by the host to modules that have <see cref="Modules.Capabilities.Database"/>; outlives the generations of a module.</summary>
public interface IModuleDatabase
{
    /// <summary>Owner of the tables: <c>host</c>, <c>audit</c>, <c>residents</c> or a module id.</summary>
    string Owner { get; }

    /// <summary>Kind of database.</summary>
    DatabaseKind Kind { get; }

    /// <summary>Schema on PostgreSQL (<c>m_{id}</c>); null on SQLite. It is the connection's search path, so SQL names tables without it.</summary>
    string? Schema { get; }

    /// <summary>A new connection with the platform's settings, not opened. The caller disposes it.</summary>
    DbConnection Create();

    /// <summary>Opens a new connection. The caller disposes it; after any database error it is dropped, not reused.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the turn to write. SQLite: one fair queue a file, so that writers in this process never fight for the file lock. PostgreSQL: at once.</summary>
    /// <returns>The turn; disposed after commit or rollback.</returns>
    /// <exception cref="DatabaseBusyException">The turn did not come in time.</exception>
    ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellationToken);

    /// <summary>Drops a connection whose last command failed: it does not go back to the pool.</summary>
    ValueTask DropAsync(DbConnection connection);

    /// <summary>Configures provider and migration history of a context; the connection is set by the unit of work.</summary>
    void Use(DbContextOptionsBuilder options);
}
