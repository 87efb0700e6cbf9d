using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Contacts;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Minutes;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.PartyBuilding.Data;

public sealed class PartyDbContext(DbContextOptions<PartyDbContext> options) : ModuleDbContext(options)
{
    public DbSet<PartyOrganisation> Organisations => Set<PartyOrganisation>();
    public DbSet<PartyMember> Members => Set<PartyMember>();
    public DbSet<ServiceMinutes> Minutes => Set<ServiceMinutes>();
    public DbSet<ContactTask> Contacts => Set<ContactTask>();
}
