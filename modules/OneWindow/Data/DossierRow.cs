using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>One revision of what the applicant declared. Sensitive values are sealed; the log knows the hash only.</summary>
public sealed class DossierRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int Revision { get; init; }

    /// <summary>Answers and values with source and day, as JSON; without the sensitive ones.</summary>
    public required string Answers { get; init; }

    /// <summary>The sensitive values, sealed; null: none.</summary>
    public byte[]? Sealed { get; init; }

    public required string Hash { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class DossierConfiguration : IEntityTypeConfiguration<DossierRow>
{
    public void Configure(EntityTypeBuilder<DossierRow> builder)
    {
        builder.ToTable("case_dossier");
        builder.HasIndex(row => new { row.CaseId, row.Revision }).IsUnique();
    }
}
