using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Makes the contexts of one generation. EF's services are built for it alone and go with it, so no cache of the process keeps a retired module.</summary>
internal sealed class ContextFactory<TContext> : IDisposable, IContextFactory
    where TContext : ModuleDbContext
{
    private readonly ServiceProvider _services;
    private readonly DbContextOptions<TContext> _options;
    private readonly Func<DbContextOptions<TContext>, TContext> _create = Constructor();

    public ContextFactory(IModuleDatabase database, ILoggerFactory? loggers = null, bool withoutMigrations = false)
    {
        var services = new ServiceCollection();
        if (withoutMigrations) services.AddScoped<IMigrationsAssembly, NoMigrations>();
        else services.AddScoped<IMigrationsAssembly, MigrationsByFolder>();
        if (loggers is not null) services.AddSingleton(loggers);
        if (database.Kind == DatabaseKind.Sqlite) services.AddEntityFrameworkSqlite();
        else services.AddEntityFrameworkNpgsql();
        _services = services.BuildServiceProvider();

        var options = new DbContextOptionsBuilder<TContext>().UseInternalServiceProvider(_services)
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning)); // A context may configure its few tables itself.
        database.Use(options);
        _options = ((DbContextOptionsBuilder<TContext>)options).Options;
    }

    /// <summary>A context of a scope.</summary>
    /// <param name="unit">The scope's unit of work.</param>
    /// <param name="rows">Which rows exist for who acts in the scope; null: no scoped row does.</param>
    public TContext Create(UnitOfWork unit, RowAccess? rows)
    {
        var context = _create(_options);
        context.Join(unit, rows);
        return context;
    }

    public TContext Create() => _create(_options);

    ModuleDbContext IContextFactory.Create() => Create();

    public void Dispose() => _services.Dispose();

    private static Func<DbContextOptions<TContext>, TContext> Constructor()
    {
        var constructor = typeof(TContext).GetConstructor([typeof(DbContextOptions<TContext>)])
            ?? throw new InvalidOperationException($"{typeof(TContext).Name} needs a public constructor that takes DbContextOptions<{typeof(TContext).Name}>.");
        var options = Expression.Parameter(typeof(DbContextOptions<TContext>));
        return Expression.Lambda<Func<DbContextOptions<TContext>, TContext>>(Expression.New(constructor, options), options).Compile();
    }
}
