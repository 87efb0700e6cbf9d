using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <inheritdoc cref="IUnitOfWork"/>
internal sealed class UnitOfWork(IModuleDatabase database) : IUnitOfWork, IAsyncDisposable, IDisposable
{
    private readonly List<ModuleDbContext> _contexts = [];
    private readonly List<Func<CancellationToken, ValueTask>> _before = [];
    private readonly List<Action> _after = [];
    private DbConnection? _connection;
    private IDisposable? _turn;
    private bool _spent;

    public IModuleDatabase Database => database;

    public DbTransaction? Transaction { get; private set; }

    public DbConnection Connection
    {
        get
        {
            if (_spent) throw new InvalidOperationException("The unit of work failed before; a new attempt needs a new scope.");
            return _connection ??= database.Create();
        }
    }

    public void Enlist(ModuleDbContext context)
    {
        context.Database.SetDbConnection(Connection);
        if (Transaction is not null) context.Database.UseTransaction(Transaction);
        _contexts.Add(context);
    }

    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (Transaction is not null) throw new InvalidOperationException("The scope has a transaction already; code inside it only saves.");
        var connection = Connection;
        _turn = await database.TakeWriteTurnAsync(cancellationToken);
        try
        {
            if (connection.State != ConnectionState.Open) await connection.OpenAsync(cancellationToken);
            // SQLite begins immediate here, so that read-then-write never waits for a lock it cannot get.
            Transaction = await connection.BeginTransactionAsync(cancellationToken);
            foreach (var context in _contexts) await context.Database.UseTransactionAsync(Transaction, cancellationToken);
        }
        catch
        {
            await RollbackAsync(failed: true);
            throw;
        }
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (Transaction is null) throw new InvalidOperationException("There is no transaction to commit.");
        try
        {
            // A write may ask for another one (an effect that publishes), hence no foreach.
            for (var i = 0; i < _before.Count; i++) await _before[i](cancellationToken);
            // From here on a cancelled request must not leave it open whether the commit happened.
            await Transaction.CommitAsync(CancellationToken.None);
        }
        catch
        {
            await RollbackAsync(failed: true);
            throw;
        }
        await EndAsync(failed: false);
        var after = _after.ToArray();
        Forget();
        foreach (var act in after) act();
    }

    public async ValueTask RollbackAsync(bool failed = false)
    {
        if (Transaction is { } transaction && !failed)
        {
            try
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
            catch (DbException)
            {
                failed = true; // Dropping the connection rolls back as well.
            }
        }
        await EndAsync(failed);
        Forget();
    }

    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (Transaction is not null) return await work(cancellationToken);
        await BeginAsync(cancellationToken);
        T result;
        try
        {
            result = await work(cancellationToken);
        }
        catch (Exception failure)
        {
            await RollbackAsync(DatabaseErrors.In(failure));
            throw;
        }
        await CommitAsync(cancellationToken);
        return result;
    }

    public void BeforeCommit(Func<CancellationToken, ValueTask> write) => _before.Add(write);

    public void AfterCommit(Action act) => _after.Add(act);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(failed: false);
        _spent = true;
        if (_connection is not null) await _connection.DisposeAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask EndAsync(bool failed)
    {
        try
        {
            if (Transaction is { } transaction)
            {
                Transaction = null;
                if (!_spent)
                    foreach (var context in _contexts) await context.LeaveTransactionAsync();
                await transaction.DisposeAsync();
            }
        }
        catch (DbException)
        {
            failed = true;
        }
        finally
        {
            if (failed && _connection is { } connection)
            {
                _spent = true;
                _connection = null;
                await database.DropAsync(connection);
            }
            else if (_connection is { State: ConnectionState.Open } open) await open.CloseAsync();
            Interlocked.Exchange(ref _turn, null)?.Dispose();
        }
    }

    private void Forget()
    {
        _before.Clear();
        _after.Clear();
    }
}
