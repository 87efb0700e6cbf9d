using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>Proves the two migration folders of a context: the same names, both reach the model, and each runs from empty and from every earlier migration.</summary>
public static class MigrationCheck
{
    private const string Command = "dotnet build PROJECT -t:AddMigration -p:Migration=NAME";

    /// <summary>Compares names and models; needs no database.</summary>
    public static void SameModel<TContext>() where TContext : ModuleDbContext => SameModel(typeof(TContext));

    /// <summary>Compares names and models; needs no database.</summary>
    /// <param name="context">Type of the context.</param>
    public static void SameModel(Type context)
    {
        var sqlite = Names(context, DatabaseKind.Sqlite);
        var postgreSql = Names(context, DatabaseKind.PostgreSql);
        if (!sqlite.SequenceEqual(postgreSql, StringComparer.Ordinal))
            throw new InvalidOperationException($"Migrations differ: Sqlite has {string.Join(", ", sqlite)}; PostgreSql has {string.Join(", ", postgreSql)}. Write both with the one command: {Command}.");
    }

    /// <summary>Runs the SQLite migrations on files in a folder of their own.</summary>
    public static async Task RunsOnSqliteAsync<TContext>(CancellationToken cancellationToken) where TContext : ModuleDbContext
    {
        var folder = Directory.CreateTempSubdirectory("up-migrations-").FullName;
        try
        {
            var files = 0;
            await RunAsync<TContext>(() => new SqliteDatabase("check", Path.Combine(folder, $"{files++}.db")), cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs the PostgreSQL migrations in schemas of a database of their own.</summary>
    public static async Task RunsOnPostgreSqlAsync<TContext>(CancellationToken cancellationToken) where TContext : ModuleDbContext
    {
        await using var server = await TestDatabase.CreateAsync(cancellationToken);
        var schemas = 0;
        await RunAsync<TContext>(() => new PostgreSqlDatabase("check", server.ConnectionString, $"check{schemas++}"), cancellationToken);
    }

    private static List<string> Names(Type type, DatabaseKind kind)
    {
        using var contexts = DesignTimeContexts.Of(type, kind);
        using var context = contexts.Create();
        if (context.Database.HasPendingModelChanges())
            throw new InvalidOperationException($"The {kind} migrations of {type.Name} do not reach its model. Write one for both databases: {Command}.");
        return [.. context.Database.GetMigrations()];
    }

    private static async Task RunAsync<TContext>(Func<IModuleDatabase> next, CancellationToken cancellationToken) where TContext : ModuleDbContext
    {
        var names = await RunFromAsync<TContext>(next(), null, cancellationToken);
        foreach (var from in names.SkipLast(1)) await RunFromAsync<TContext>(next(), from, cancellationToken);
    }

    private static async Task<List<string>> RunFromAsync<TContext>(IModuleDatabase database, string? from, CancellationToken cancellationToken) where TContext : ModuleDbContext
    {
        using var owned = (IDisposable)database;
        using var factory = new ContextFactory<TContext>(database);
        var migrator = new ModuleMigrator(database, factory);
        if (from is not null) await migrator.MigrateToAsync(from, cancellationToken);
        await migrator.MigrateAsync(cancellationToken);
        if (await migrator.PendingAsync(cancellationToken) is { Count: > 0 } left) throw new InvalidOperationException($"Still pending after migrating: {string.Join(", ", left)}.");

        await using var context = factory.Create();
        return [.. context.Database.GetMigrations()];
    }
}
