using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>The register: <c>residents.db</c>, or the schema <c>residents</c>.</summary>
public sealed class ResidentsDbContext(DbContextOptions<ResidentsDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<HukouHousehold> HukouHouseholds => Set<HukouHousehold>();

    public DbSet<DwellingHousehold> DwellingHouseholds => Set<DwellingHousehold>();

    public DbSet<HouseholdMember> HouseholdMembers => Set<HouseholdMember>();

    public DbSet<ResidentTag> Tags => Set<ResidentTag>();

    public DbSet<LifeEvent> LifeEvents => Set<LifeEvent>();

    public DbSet<RevealUse> RevealUses => Set<RevealUse>();

    public DbSet<IndexMark> IndexMarks => Set<IndexMark>();

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.Entries<LifeEvent>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("Life events are only added.");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
