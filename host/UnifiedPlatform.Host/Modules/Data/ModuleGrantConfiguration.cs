using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class ModuleGrantConfiguration : IEntityTypeConfiguration<ModuleGrant>
{
    public void Configure(EntityTypeBuilder<ModuleGrant> builder)
    {
        builder.ToTable("module_grant").HasKey(row => new { row.Module, row.Capability });
        builder.Property(row => row.Module).HasMaxLength(41);
        builder.Property(row => row.Capability).HasMaxLength(200);
        builder.Property(row => row.DecidedBy).HasMaxLength(80);
        builder.Property(row => row.Reason).HasMaxLength(Operation.ReasonLength);
    }
}
