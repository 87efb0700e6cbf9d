using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.SocialLinkage.Organisations;
using UnifiedPlatform.SocialLinkage.Workers;

namespace UnifiedPlatform.SocialLinkage.Data;

internal sealed class WorkerConfiguration : IEntityTypeConfiguration<SocialWorker>
{
    public void Configure(EntityTypeBuilder<SocialWorker> builder)
    {
        builder.ToTable("workers");
        builder.Property(x => x.Community).HasMaxLength(12);
        builder.HasIndex(x => x.Resident).IsUnique();
        builder.HasIndex(x => x.Community);
        builder.HasIndex(ScopeColumns.Region9);
        builder.HasOne<SocialOrganisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
