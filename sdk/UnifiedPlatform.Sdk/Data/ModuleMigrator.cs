using Microsoft.EntityFrameworkCore;

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
        if ((await PendingAsync(context, cancellationToken)).Count == 0) return;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        using var turn = await database.TakeWriteTurnAsync(limited.Token);
        await ForgetLockAsync(context, limited.Token);
        await context.Database.MigrateAsync(target, limited.Token);
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
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
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
