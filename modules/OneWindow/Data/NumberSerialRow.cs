using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>Last serial of a department and day. Rolled back with the case that took it: no gap.</summary>
public sealed class NumberSerialRow
{
    public required string Scope { get; init; }

    public required DateOnly Day { get; init; }

    public required int Last { get; set; }
}

internal sealed class NumberSerialConfiguration : IEntityTypeConfiguration<NumberSerialRow>
{
    public void Configure(EntityTypeBuilder<NumberSerialRow> builder)
    {
        builder.ToTable("number_serial");
        builder.HasKey(row => new { row.Scope, row.Day });
    }
}
