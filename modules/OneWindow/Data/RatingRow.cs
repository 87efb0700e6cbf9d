using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A rating: 1 best … 5 worst. Clerks see counts, never who.</summary>
public sealed class RatingRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? VisitId { get; init; }

    public required int Score { get; init; }

    public required string Channel { get; init; }

    public string Tags { get; init; } = "";

    public byte[]? Words { get; init; }

    public bool Anonymous { get; init; }

    public required DateOnly OnDay { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class RatingConfiguration : IEntityTypeConfiguration<RatingRow>
{
    public void Configure(EntityTypeBuilder<RatingRow> builder)
    {
        builder.ToTable("rating", table => table.HasCheckConstraint("ck_rating_score", "score BETWEEN 1 AND 5"));
        builder.HasIndex(row => row.VisitId).IsUnique().HasFilter("visit_id IS NOT NULL");
        builder.HasIndex(row => row.CaseId).IsUnique().HasFilter("visit_id IS NULL");
    }
}
