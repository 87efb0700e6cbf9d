using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class DesiredModuleConfiguration : IEntityTypeConfiguration<DesiredModule>
{
    public void Configure(EntityTypeBuilder<DesiredModule> builder)
    {
        builder.ToTable("module_desired").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(41);
        builder.Property(row => row.Version).HasMaxLength(60);
        builder.Property(row => row.ConfigHash).HasMaxLength(64);
        builder.Property(row => row.ChangedBy).HasMaxLength(80);
        builder.Property(row => row.Reason).HasMaxLength(Operation.ReasonLength);
    }
}
