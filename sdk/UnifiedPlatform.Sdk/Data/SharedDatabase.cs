using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>An owner's database as a further context of the host sees it: the same connections and turn to write, a migration history of its own.</summary>
internal sealed class SharedDatabase(IModuleDatabase inner, string history) : IModuleDatabase
{
    public string Owner => inner.Owner;

    public DatabaseKind Kind => inner.Kind;

    public string? Schema => inner.Schema;

    public DbConnection Create() => inner.Create();

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellationToken) => inner.TakeWriteTurnAsync(cancellationToken);

    public ValueTask DropAsync(DbConnection connection) => inner.DropAsync(connection);

    public void Use(DbContextOptionsBuilder options)
    {
        if (Kind == DatabaseKind.Sqlite) options.UseSqlite(sqlite => sqlite.MigrationsHistoryTable(history));
        else options.UseNpgsql(postgres => postgres.MigrationsHistoryTable(history, Schema));
    }
}
