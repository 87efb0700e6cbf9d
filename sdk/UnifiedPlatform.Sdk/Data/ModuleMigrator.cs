using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Data;

/// <inheritdoc cref="IModuleMigrator"/>
internal sealed class ModuleMigrator(IModuleDatabase database, IContextFactory contexts) : IModuleMigrator
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // The code whose model the indexes follow: they are made again when any of it was built anew.
    private string MadeFor => $"{Known.LastOrDefault()} {contexts.Context.Module.ModuleVersionId:N} {typeof(ModuleMigrator).Module.ModuleVersionId:N}";

    private IReadOnlyList<string> Known => field ??= MigrationsByFolder.Ids(contexts.Context, database.Kind);

    public async ValueTask<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) => Pending(await StateAsync(cancellationToken));

    public ValueTask MigrateAsync(CancellationToken cancellationToken) => MigrateToAsync(null, cancellationToken);

    /// <summary>Applies what is pending up to a migration; null: all.</summary>
    public async ValueTask MigrateToAsync(string? target, CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        var pending = Pending(state);
        if (pending.Count == 0 && state.IndexesOf == MadeFor) return;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        using var turn = await database.TakeWriteTurnAsync(limited.Token);
        // A migration that hangs is given up: the version that runs gets its turn back at once.
        using var given = limited.Token.UnsafeRegister(static held => ((IDisposable)held!).Dispose(), turn);
        await using var alone = await MigrationLock.TakeAsync(database, limited.Token);
        await using var context = await OpenAsync(limited.Token);
        // Another host may have done it while this one waited.
        if (alone.Waited) pending = Pending(await StateAsync(limited.Token));
        if (pending.Count > 0)
        {
            await ForgetLockAsync(context, limited.Token);
            await context.Database.MigrateAsync(target, limited.Token);
        }
        if (target is not null) return;
        await CreateScopeIndexesAsync(context, limited.Token);
        await DatabaseState.MarkIndexesAsync(database, contexts.History, MadeFor, limited.Token);
    }

    private ValueTask<DatabaseState> StateAsync(CancellationToken cancellationToken) => DatabaseState.ReadAsync(database, contexts.History, cancellationToken);

    private List<string> Pending(DatabaseState state)
    {
        if (state.Applied.FirstOrDefault(id => !Known.Contains(id, StringComparer.OrdinalIgnoreCase)) is { } unknown) throw new DatabaseNewerException(database.Owner, unknown);
        return [.. Known.Except(state.Applied, StringComparer.OrdinalIgnoreCase)];
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

    // A killed migration leaves its lock row behind on SQLite and every later one would wait for ever (efcore#38958).
    // The host holds host.lock and this turn is the only writer of the file, so nobody else can be migrating.
    private async ValueTask ForgetLockAsync(ModuleDbContext context, CancellationToken cancellationToken)
    {
        if (database.Kind != DatabaseKind.Sqlite) return;
        var tables = await context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (tables > 0) await context.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, cancellationToken);
    }
}
