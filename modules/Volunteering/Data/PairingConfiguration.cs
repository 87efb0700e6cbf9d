using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Volunteering.Pairings;

namespace UnifiedPlatform.Volunteering.Data;

internal sealed class PairingConfiguration : IEntityTypeConfiguration<PairingTask>
{
    public void Configure(EntityTypeBuilder<PairingTask> builder)
    {
        builder.HasPartTask("pairing_tasks");
        builder.Property(x => x.Words).HasMaxLength(PairingTask.WordsLength);
        builder.HasIndex(x => new { x.VolunteerId, x.Status });
    }
}
