using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Minutes;

namespace UnifiedPlatform.PartyBuilding.Data;

internal sealed class MinutesConfiguration : IEntityTypeConfiguration<ServiceMinutes>
{
    public void Configure(EntityTypeBuilder<ServiceMinutes> builder)
    {
        builder.ToTable("service_minutes");
        builder.Property(x => x.CaseNumber).HasMaxLength(24);
        builder.Property(x => x.Source).HasMaxLength(40);
        // One record arrives once, whatever is replayed.
        builder.HasIndex(x => new { x.Source, x.RecordId }).IsUnique();
        builder.HasIndex(x => new { x.MemberId, x.Day });
        builder.HasOne<PartyMember>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
