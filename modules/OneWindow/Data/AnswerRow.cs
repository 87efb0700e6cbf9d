using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>The answer of one round of a part. Kept when the module goes; the log knows its hash only.</summary>
public sealed class AnswerRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string PartKey { get; init; }

    public required int Round { get; init; }

    /// <summary>Result and words, sealed: what a unit finds out about a person is never readable at rest.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Hashes of files, as JSON.</summary>
    public string Files { get; init; } = "[]";

    public required string Hash { get; init; }

    public required Guid By { get; init; }

    public required DateOnly DoneOn { get; init; }

    /// <summary>Name of the answer's schema.</summary>
    public required string Schema { get; init; }
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<AnswerRow>
{
    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("case_answer");
        builder.HasIndex(row => new { row.CaseId, row.PartKey, row.Round }).IsUnique();
    }
}
