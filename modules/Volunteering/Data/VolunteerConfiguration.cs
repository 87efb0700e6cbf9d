using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Data;

internal sealed class VolunteerConfiguration : IEntityTypeConfiguration<Volunteer>
{
    public void Configure(EntityTypeBuilder<Volunteer> builder)
    {
        builder.ToTable("volunteers", table => table.HasCheckConstraint("ck_volunteers_free_hours", "free_hours >= 0"));
        builder.Property(x => x.Skills).HasMaxLength(200);
        builder.HasIndex(x => x.Resident).IsUnique();
        builder.HasIndex(ScopeColumns.Region9, nameof(Volunteer.Status));
    }
}
