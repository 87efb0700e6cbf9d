using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A document of a case, rendered on demand from its data and the version of its template.</summary>
public sealed class DocumentRow
{
    public required string Number { get; init; }

    public required Guid CaseId { get; init; }

    public string? PartKey { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Template { get; init; }

    public required string DataHash { get; init; }

    public string? FileHash { get; set; }

    public required DateOnly OnDay { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? VoidAt { get; set; }
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("case_document");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).HasMaxLength(30);
        builder.HasIndex(row => row.CaseId);
    }
}
