using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class PublisherConfiguration : IEntityTypeConfiguration<Publisher>
{
    public void Configure(EntityTypeBuilder<Publisher> builder)
    {
        builder.ToTable("publisher");
        builder.Property(row => row.Name).HasMaxLength(Publisher.NameLength);
        builder.Property(row => row.Level).HasMaxLength(20);
        builder.Property(row => row.IdPrefixes).HasMaxLength(Publisher.ListLength);
        builder.Property(row => row.Ceiling).HasMaxLength(Publisher.ListLength);
        builder.Property(row => row.AddedBy).HasMaxLength(80);
        builder.HasIndex(row => row.Name).IsUnique();
    }
}
