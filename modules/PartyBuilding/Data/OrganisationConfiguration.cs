using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.PartyBuilding.Data;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<PartyOrganisation>
{
    public void Configure(EntityTypeBuilder<PartyOrganisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(x => x.Code).HasMaxLength(40);
        builder.Property(x => x.Name).HasMaxLength(PartyOrganisation.NameLength);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasOne<PartyOrganisation>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
        // The due list: what is overdue or due soon, soonest first.
        builder.HasIndex(x => new { x.TermState, x.TermEndsOn });
        builder.HasIndex(ScopeColumns.Region9);
    }
}
