using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class RevokedPackageConfiguration : IEntityTypeConfiguration<RevokedPackage>
{
    public void Configure(EntityTypeBuilder<RevokedPackage> builder)
    {
        builder.ToTable("package_revocation").HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.Reason).HasMaxLength(Operation.ReasonLength);
        builder.Property(row => row.RevokedBy).HasMaxLength(80);
    }
}
