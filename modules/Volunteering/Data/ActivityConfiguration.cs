using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Volunteering.Activities;

namespace UnifiedPlatform.Volunteering.Data;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        // The last word on places is the database's: no code path can give one place twice.
        builder.ToTable("activities", table => table.HasCheckConstraint("ck_activities_places", "taken >= 0 AND taken <= places"));
        builder.Property(x => x.Title).HasMaxLength(Activity.TitleLength);
        builder.Property(x => x.Place).HasMaxLength(Activity.PlaceLength);
        builder.Property(x => x.InsurancePolicy).HasMaxLength(60);
        builder.HasIndex(x => new { x.Status, x.StartsAt });
        builder.HasIndex(ScopeColumns.Region9);
    }
}
