using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class PublisherKeyConfiguration : IEntityTypeConfiguration<PublisherKey>
{
    public void Configure(EntityTypeBuilder<PublisherKey> builder)
    {
        builder.ToTable("publisher_key").HasKey(row => row.Fingerprint);
        builder.Property(row => row.Fingerprint).HasMaxLength(64);
        builder.Property(row => row.PublicKey).HasMaxLength(1000);
        builder.Property(row => row.AddedBy).HasMaxLength(80);
        builder.Property(row => row.RevokedBy).HasMaxLength(80);
        builder.Property(row => row.RevokedReason).HasMaxLength(Operation.ReasonLength);
        builder.HasIndex(row => row.Publisher);
    }
}
