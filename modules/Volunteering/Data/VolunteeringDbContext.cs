using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Pairings;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Data;

public sealed class VolunteeringDbContext(DbContextOptions<VolunteeringDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Volunteer> Volunteers => Set<Volunteer>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<HoursRecord> Hours => Set<HoursRecord>();
    public DbSet<PairingTask> Pairings => Set<PairingTask>();
}
