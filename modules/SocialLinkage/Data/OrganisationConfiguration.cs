using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.SocialLinkage.Organisations;

namespace UnifiedPlatform.SocialLinkage.Data;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<SocialOrganisation>
{
    public void Configure(EntityTypeBuilder<SocialOrganisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(x => x.Uscc).HasMaxLength(18);
        builder.Property(x => x.Name).HasMaxLength(SocialOrganisation.NameLength);
        builder.HasIndex(x => x.Uscc).IsUnique();
        // The list shows what has expired or is about to, soonest first.
        builder.HasIndex(x => x.LicenceUntil);
        builder.HasIndex(ScopeColumns.Region9);
    }
}
