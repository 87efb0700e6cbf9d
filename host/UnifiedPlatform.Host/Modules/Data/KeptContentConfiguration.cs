using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class KeptContentConfiguration : IEntityTypeConfiguration<KeptContent>
{
    public void Configure(EntityTypeBuilder<KeptContent> builder)
    {
        builder.ToTable("module_content").HasKey(row => new { row.Module, row.Version });
        builder.Property(row => row.Module).HasMaxLength(41);
        builder.Property(row => row.Version).HasMaxLength(60);
    }
}
