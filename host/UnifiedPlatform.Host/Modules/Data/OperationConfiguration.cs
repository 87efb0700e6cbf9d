using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Host.Modules.Data;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("module_operation");
        builder.Property(row => row.Module).HasMaxLength(41);
        builder.Property(row => row.Verb).HasMaxLength(20);
        builder.Property(row => row.From).HasMaxLength(60);
        builder.Property(row => row.To).HasMaxLength(60);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.Actor).HasMaxLength(80);
        builder.Property(row => row.Reason).HasMaxLength(Operation.ReasonLength);
        builder.Property(row => row.Backup).HasMaxLength(200);
        builder.Property(row => row.FailureCode).HasMaxLength(60);
        builder.Property(row => row.Host).HasMaxLength(100);

        // A module's page shows its acts, the newest first.
        builder.HasIndex(row => new { row.Module, row.AskedAt });
        // Two acts on one module at once would each believe in another version; the second one is refused here, whichever host it was asked of.
        builder.HasIndex(row => row.Module).IsUnique().HasDatabaseName("ux_module_operation_open").HasFilter("state IN ('waiting', 'running')");
    }
}
