using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Makes the contexts of one generation, or of the host.</summary>
internal sealed class ContextFactory<TContext> : IDisposable, IContextFactory
    where TContext : ModuleDbContext
{
    private readonly EntityServices? _own;
    private readonly DbContextOptions<TContext> _options;
    private readonly Func<DbContextOptions<TContext>, TContext> _create = Constructor();

    /// <summary>With EF services of its own, which go with it.</summary>
    public ContextFactory(IModuleDatabase database, ILoggerFactory? loggers = null, bool withoutMigrations = false)
    {
        _own = new EntityServices(database.Kind, loggers, withoutMigrations);
        _options = Options(database, _own);
    }

    /// <summary>With services that others use too.</summary>
    public ContextFactory(IModuleDatabase database, SharedEntityServices shared) => _options = Options(database, shared.For(database.Kind));

    public Type Context => typeof(TContext);

    public string History => RelationalOptionsExtension.Extract(_options).MigrationsHistoryTableName ?? HistoryRepository.DefaultTableName;

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

    public void Dispose() => _own?.Dispose();

    private static DbContextOptions<TContext> Options(IModuleDatabase database, EntityServices services)
    {
        var options = new DbContextOptionsBuilder<TContext>().UseInternalServiceProvider(services.Provider)
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning)); // A context may configure its few tables itself.
        database.Use(options);
        return ((DbContextOptionsBuilder<TContext>)options).Options;
    }

    private static Func<DbContextOptions<TContext>, TContext> Constructor()
    {
        var constructor = typeof(TContext).GetConstructor([typeof(DbContextOptions<TContext>)])
            ?? throw new InvalidOperationException($"{typeof(TContext).Name} needs a public constructor that takes DbContextOptions<{typeof(TContext).Name}>.");
        var options = Expression.Parameter(typeof(DbContextOptions<TContext>));
        return Expression.Lambda<Func<DbContextOptions<TContext>, TContext>>(Expression.New(constructor, options), options).Compile();
    }
}
