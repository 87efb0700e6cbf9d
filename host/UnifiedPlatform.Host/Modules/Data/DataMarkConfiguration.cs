using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class DataMarkConfiguration : IEntityTypeConfiguration<DataMark>
{
    public void Configure(EntityTypeBuilder<DataMark> builder)
    {
        builder.ToTable("module_data").HasKey(row => row.Module);
        builder.Property(row => row.Module).HasMaxLength(41);
        builder.Property(row => row.Version).HasMaxLength(60);
        builder.Property(row => row.Floor).HasMaxLength(60);
    }
}
