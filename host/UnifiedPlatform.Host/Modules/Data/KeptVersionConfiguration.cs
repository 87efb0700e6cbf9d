using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class KeptVersionConfiguration : IEntityTypeConfiguration<KeptVersion>
{
    public void Configure(EntityTypeBuilder<KeptVersion> builder)
    {
        builder.ToTable("module_version").HasKey(row => new { row.Module, row.Version });
        builder.Property(row => row.Module).HasMaxLength(41);
        builder.Property(row => row.Version).HasMaxLength(60);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.Publisher).HasMaxLength(200);
        builder.Property(row => row.Fingerprint).HasMaxLength(100);
        builder.Property(row => row.InstalledBy).HasMaxLength(80);
    }
}
