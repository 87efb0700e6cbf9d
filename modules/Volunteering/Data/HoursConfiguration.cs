using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Data;

internal sealed class HoursConfiguration : IEntityTypeConfiguration<HoursRecord>
{
    public void Configure(EntityTypeBuilder<HoursRecord> builder)
    {
        builder.ToTable("hours", table => table.HasCheckConstraint("ck_hours_interval", "ends_at >= starts_at"));
        builder.Property(x => x.Content).HasMaxLength(HoursRecord.ContentLength);
        builder.Property(x => x.CaseNumber).HasMaxLength(24);
        builder.Property(x => x.RejectReason).HasMaxLength(500);
        // The organiser's queue, and the night's work: confirmed and old enough to lock.
        builder.HasIndex(x => new { x.Status, x.ConfirmedAt });
        builder.HasIndex(x => new { x.VolunteerId, x.StartsAt });
        builder.HasIndex(x => x.CaseNumber);
        builder.HasIndex(x => x.CorrectionOf);
        builder.HasIndex(ScopeColumns.Region9);
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(x => x.VolunteerId).OnDelete(DeleteBehavior.Restrict);
    }
}
