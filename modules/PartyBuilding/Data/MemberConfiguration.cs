using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.PartyBuilding.Data;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<PartyMember>
{
    public void Configure(EntityTypeBuilder<PartyMember> builder)
    {
        builder.ToTable("members");
        builder.HasIndex(x => x.Resident).IsUnique();
        builder.HasIndex(x => new { x.OrganisationId, x.Status });
        builder.HasIndex(ScopeColumns.Region9);
        builder.HasOne<PartyOrganisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
