using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>Half-typed text of a new case: its author's alone, sealed, 30 days. Not a case, and without a number.</summary>
public sealed class DraftRow
{
    public const int KeptDays = 30;

    public required Guid Id { get; init; }

    public required Guid Author { get; init; }

    public required Guid SubjectId { get; init; }

    public required string ItemCode { get; set; }

    public required byte[] Body { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required DateOnly ExpiresOn { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("case_draft");
        builder.HasIndex(row => new { row.Author, row.SubjectId }).IsUnique();
        builder.HasIndex(row => row.ExpiresOn);
    }
}
