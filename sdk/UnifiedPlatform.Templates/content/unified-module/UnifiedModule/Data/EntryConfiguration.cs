using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedModule.Entries;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedModule.Data;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("entries", table => table.HasCheckConstraint("ck_entries_title", "length(title) > 0"));
        builder.Property(x => x.Title).HasMaxLength(Entry.TitleLength);
        // The nightly job reads open ones, oldest first; the list reads one town.
        builder.HasIndex(x => new { x.Closed, x.RecordedOn });
        builder.HasIndex(ScopeColumns.Region9);
    }
}
