using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.SocialLinkage.Assessments;
using UnifiedPlatform.SocialLinkage.Organisations;
using UnifiedPlatform.SocialLinkage.Workers;

namespace UnifiedPlatform.SocialLinkage.Data;

public sealed class SocialDbContext(DbContextOptions<SocialDbContext> options) : ModuleDbContext(options)
{
    public DbSet<SocialOrganisation> Organisations => Set<SocialOrganisation>();
    public DbSet<SocialWorker> Workers => Set<SocialWorker>();
    public DbSet<AssessmentTask> Assessments => Set<AssessmentTask>();
}
