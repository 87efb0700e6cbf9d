using System.Data.Common;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>The one connection and transaction of a scope, shared by its context, outbox, lineage, audit, grants and idempotency. Scoped.</summary>
/// <remarks>Endpoints with <c>.Changes()</c>, jobs and consumers run inside a transaction already: their code only saves. After a database error
/// the unit is spent; a new attempt needs a new scope.</remarks>
public interface IUnitOfWork
{
    /// <summary>Where the tables live.</summary>
    IModuleDatabase Database { get; }

    /// <summary>The connection. It may be closed outside a transaction; whoever opens it then closes it.</summary>
    DbConnection Connection { get; }

    /// <summary>The open transaction; null: none.</summary>
    DbTransaction? Transaction { get; }

    /// <summary>Waits for the turn to write, opens the connection and begins (immediate on SQLite).</summary>
    ValueTask BeginAsync(CancellationToken cancellationToken);

    /// <summary>Runs what waits for the end of the transaction, commits, then wakes the exchange.</summary>
    ValueTask CommitAsync(CancellationToken cancellationToken);

    /// <summary>Rolls back. With <paramref name="failed"/> the connection is dropped too.</summary>
    ValueTask RollbackAsync(bool failed = false);

    /// <summary>Runs the work in a transaction: the open one, or one of its own that is committed at the end and rolled back when the work throws.</summary>
    ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken);

    /// <summary>Runs before the commit, inside the transaction; for rows that are written last and together.</summary>
    void BeforeCommit(Func<CancellationToken, ValueTask> write);

    /// <summary>Runs after the commit, never after a rollback. Must be quick and must not throw.</summary>
    void AfterCommit(Action act);
}

/// <summary>Forms of <see cref="IUnitOfWork"/> without a result.</summary>
public static class UnitOfWorkExtensions
{
    /// <summary>Runs the work in a transaction of its own or in the open one.</summary>
    public static async ValueTask RunAsync(this IUnitOfWork unit, Func<CancellationToken, ValueTask> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(work);
        await unit.RunAsync(async token => { await work(token); return true; }, cancellationToken);
    }

    /// <summary>A command on the unit's connection and transaction.</summary>
    public static DbCommand Command(this IUnitOfWork unit, string sql)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var command = unit.Connection.CreateCommand();
        command.Transaction = unit.Transaction;
        command.CommandText = sql;
        return command;
    }
}
