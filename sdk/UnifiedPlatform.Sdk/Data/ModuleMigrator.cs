using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.Sdk.Data;

/// <inheritdoc cref="IModuleMigrator"/>
internal sealed class ModuleMigrator(IModuleDatabase database, IContextFactory contexts) : IModuleMigrator
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public async ValueTask<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await PendingAsync(context, cancellationToken);
    }

    public ValueTask MigrateAsync(CancellationToken cancellationToken) => MigrateToAsync(null, cancellationToken);

    /// <summary>Applies what is pending up to a migration; null: all.</summary>
    public async ValueTask MigrateToAsync(string? target, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var pending = await PendingAsync(context, cancellationToken);
        if (pending.Count == 0 && !context.Model.GetEntityTypes().Any(entity => entity.ScopeIndexes().Any())) return;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        using var turn = await database.TakeWriteTurnAsync(limited.Token);
        // A migration that hangs is given up: the version that runs gets its turn back at once.
        using var given = limited.Token.UnsafeRegister(static held => ((IDisposable)held!).Dispose(), turn);
        await using var alone = await MigrationLock.TakeAsync(database, limited.Token);
        // Another host may have done it while this one waited.
        if (alone.Waited) pending = await PendingAsync(context, limited.Token);
        if (pending.Count > 0)
        {
            await ForgetLockAsync(context, limited.Token);
            await context.Database.MigrateAsync(target, limited.Token);
        }
        if (target is null) await CreateScopeIndexesAsync(context, limited.Token);
    }

    private static async ValueTask CreateScopeIndexesAsync(ModuleDbContext context, CancellationToken cancellationToken)
    {
        foreach (var entity in context.Model.GetEntityTypes())
            foreach (var columns in entity.ScopeIndexes())
            {
                var name = $"ix_{entity.GetTableName()}_{string.Join('_', columns.Select(column => column.Split(' ')[0]))}";
                var sql = $"CREATE INDEX IF NOT EXISTS \"{name}\" ON \"{entity.GetTableName()}\" ({string.Join(", ", columns)})";
                await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
            }
    }

    private async ValueTask<ModuleDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var context = contexts.Create();
        context.Database.SetDbConnection(database.Create(), contextOwnsConnection: true);
        if (database.Schema is { } schema) await CreateSchemaAsync(schema, cancellationToken);
        return context;
    }

    private async ValueTask CreateSchemaAsync(string schema, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = '{schema}') THEN CREATE SCHEMA "{schema}"; END IF; END $$""";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async ValueTask<IReadOnlyList<string>> PendingAsync(ModuleDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.OrdinalIgnoreCase);
        // An empty database has no history to ask, and asking would be logged as a failed command.
        var history = context.GetService<IHistoryRepository>();
        List<string> applied = await history.ExistsAsync(cancellationToken) ? [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)] : [];
        if (applied.FirstOrDefault(id => !known.Contains(id)) is { } unknown) throw new DatabaseNewerException(database.Owner, unknown);
        return [.. known.Except(applied, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    // A killed migration leaves its lock row behind on SQLite and every later one would wait for ever (efcore#38958).
    // The host holds host.lock and this turn is the only writer of the file, so nobody else can be migrating.
    private async ValueTask ForgetLockAsync(ModuleDbContext context, CancellationToken cancellationToken)
    {
        if (database.Kind != DatabaseKind.Sqlite) return;
        var tables = await context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (tables > 0) await context.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, cancellationToken);
    }
}
