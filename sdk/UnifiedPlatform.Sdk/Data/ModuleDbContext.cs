using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data.Conventions;
using UnifiedPlatform.Sdk.Data.Tables;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Base of every context, of modules and of the host: stored types, snake_case names, row versions, scope columns and the platform's own tables.</summary>
/// <remarks>The configurations (<c>IEntityTypeConfiguration&lt;T&gt;</c>) of the assembly are applied by themselves; where an assembly holds
/// several contexts, those at or below the context's namespace. One context a module, with one constructor that takes <c>DbContextOptions&lt;T&gt;</c>. SQL in filters, checks and computed columns
/// names columns in snake_case. Keys are given by the code (<see cref="Guid.CreateVersion7()"/>), never by the database.</remarks>
public abstract class ModuleDbContext : DbContext
{
    private UnitOfWork? _unit;
    private RowAccess? _rows;

    /// <summary>Takes the options built by <c>AddDatabase</c>.</summary>
    protected ModuleDbContext(DbContextOptions options)
        : base(options)
    {
        Database.AutoSavepointsEnabled = false; // After a database error the transaction goes as a whole.
    }

    /// <summary>Kind of database the context runs on.</summary>
    protected DatabaseKind Kind => Database.ProviderName == SqliteProvider ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql;

    private static readonly MethodInfo FilterOf = typeof(ModuleDbContext).GetMethod(nameof(FilterByAccess), BindingFlags.Instance | BindingFlags.NonPublic)!;

    internal const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        if (_unit is null || _unit.Transaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        return await _unit.RunAsync(async token => await base.SaveChangesAsync(acceptAllChangesOnSuccess, token), cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (_unit is not null) throw new NotSupportedException("Save with SaveChangesAsync: writing may have to wait for its turn.");
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        StoredTypes.Configure(configurationBuilder, Kind, GetType().Assembly);
        configurationBuilder.Conventions.Add(_ => new EnumTextConvention());
        configurationBuilder.Conventions.Add(_ => new KeyConvention());
        configurationBuilder.Conventions.Add(_ => new RowVersionConvention());
        configurationBuilder.Conventions.Add(_ => new ScopeConvention(Kind));
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        PlatformTables.Configure(modelBuilder, Kind);
        var space = GetType().Namespace ?? "";
        var alone = GetType().Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(ModuleDbContext))) == 1;
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, type => alone || type.Namespace?.StartsWith(space, StringComparison.Ordinal) == true);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => entity.BaseType is null && typeof(IScoped).IsAssignableFrom(entity.ClrType)).ToList())
            FilterOf.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
    }

    // Members of the context are read anew each time a query runs; anything else would be baked into the model that all scopes share.
    private void FilterByAccess<T>(ModelBuilder modelBuilder) where T : class, IScoped => modelBuilder.Entity<T>().HasQueryFilter(AccessFilter.Name, row =>
        Arms<T>().All
        || Arms<T>().Communities.Contains(row.Scope.Region)
        || Arms<T>().Towns.Contains(EF.Property<string?>(row, ScopeColumns.Region9))
        || Arms<T>().Counties.Contains(EF.Property<string?>(row, ScopeColumns.Region6))
        || Arms<T>().Grids.Contains(row.Scope.Grid)
        || Arms<T>().Departments.Contains(row.Scope.Dept)
        || row.Scope.Owner == Arms<T>().Owner
        || Set<TaskGrantRow>().Where(grant => grant.ResourceType == Arms<T>().TaskType && Arms<T>().Subjects.Contains(grant.Subject)
            && grant.EndedAt == null && grant.From <= Now && grant.Until > Now).Select(grant => grant.ResourceId).Contains(row.Id));

    private RowArms Arms<T>() where T : class, IScoped => _rows?.Of<T>() ?? RowArms.Nothing;

    private DateTimeOffset Now => _rows?.Now ?? default;

    internal void Join(UnitOfWork unit, RowAccess? rows)
    {
        (_unit, _rows) = (unit, rows);
        unit.Enlist(this);
    }

    internal async ValueTask LeaveTransactionAsync() => await Database.UseTransactionAsync(null);

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified && entry.Metadata.FindProperty(RowVersionConvention.Property) is { IsConcurrencyToken: true })
                Raise(entry);
    }

    private static void Raise(EntityEntry entry)
    {
        var version = entry.Property(RowVersionConvention.Property);
        if (entry.State == EntityState.Modified) version.CurrentValue = (int)version.OriginalValue! + 1;
        else if (version.CurrentValue is 0) version.CurrentValue = 1;
    }
}
