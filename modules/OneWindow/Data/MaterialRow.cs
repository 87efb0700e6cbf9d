using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Cases;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A paper of a case.</summary>
public sealed class MaterialRow
{
    public required Guid CaseId { get; init; }

    public required string MaterialKey { get; init; }

    public required MaterialStatus State { get; set; }

    public string? Source { get; set; }

    public Guid? HoldingId { get; set; }

    public int Original { get; set; }

    public int Copies { get; set; }

    public string? FileHash { get; set; }

    public DateOnly? DueOn { get; set; }
}

internal sealed class MaterialConfiguration : IEntityTypeConfiguration<MaterialRow>
{
    public void Configure(EntityTypeBuilder<MaterialRow> builder)
    {
        builder.ToTable("case_material");
        builder.HasKey(row => new { row.CaseId, row.MaterialKey });
        builder.HasIndex(row => row.DueOn).HasFilter("state = 'promised'");
    }
}
