using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>What the platform wants of its modules and what was done about it, in the host's own database beside <c>IdentityDbContext</c>, with a migration history of its own.</summary>
/// <remarks>Each table has its <c>IEntityTypeConfiguration</c> in this namespace.</remarks>
internal sealed class ModulesDbContext(DbContextOptions<ModulesDbContext> options) : ModuleDbContext(options)
{
    /// <summary>Table of the applied migrations.</summary>
    public const string History = "__modules_history";

    public DbSet<DesiredModule> Desired => Set<DesiredModule>();

    public DbSet<KeptVersion> Versions => Set<KeptVersion>();

    public DbSet<KeptContent> Contents => Set<KeptContent>();

    public DbSet<DataMark> Data => Set<DataMark>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<Publisher> Publishers => Set<Publisher>();

    public DbSet<PublisherKey> PublisherKeys => Set<PublisherKey>();

    public DbSet<RevokedPackage> RevokedPackages => Set<RevokedPackage>();

    public DbSet<ModuleGrant> Grants => Set<ModuleGrant>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // The platform's tables of this database are made by the owner's first context.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            if (entity.ClrType.Assembly == typeof(ModuleDbContext).Assembly) entity.SetIsTableExcludedFromMigrations(true);
    }
}
