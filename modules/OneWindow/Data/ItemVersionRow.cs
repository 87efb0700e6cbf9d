using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>One version of a service item. The document never changes once published.</summary>
public sealed class ItemVersionRow
{
    public required string Code { get; init; }

    public required int Number { get; init; }

    public required ItemState State { get; set; }

    public required DateOnly EffectiveFrom { get; set; }

    public DateOnly? EffectiveTo { get; set; }

    public required string Document { get; set; }

    public required string Hash { get; set; }

    public Guid? PublishedBy { get; set; }

    public Guid? SecondBy { get; set; }

    /// <summary>Findings of the lint at the last check; null: none.</summary>
    public string? Lint { get; set; }

    public int Version { get; private set; }
}

public enum ItemState
{
    Draft,
    Published,
    Retired,
}

internal sealed class ItemVersionConfiguration : IEntityTypeConfiguration<ItemVersionRow>
{
    public void Configure(EntityTypeBuilder<ItemVersionRow> builder)
    {
        builder.ToTable("item_version");
        builder.HasKey(row => new { row.Code, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(40);
        builder.HasIndex(row => new { row.State, row.EffectiveFrom });
    }
}
