using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>One node of a signature tree; a part key of <c>''</c> is the decision of the case.</summary>
public sealed class SignRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string PartKey { get; init; }

    public required int Round { get; init; }

    public Guid? ParentId { get; init; }

    public required SignNode Node { get; init; }

    public required int Ord { get; init; }

    /// <summary>Path of the leaf in its tree.</summary>
    public required string Path { get; init; }

    public string? Role { get; init; }

    public string? Org { get; init; }

    public Guid? Person { get; init; }

    public Guid? DelegateOf { get; init; }

    public Guid? AddedBy { get; init; }

    public required LeafState State { get; set; }

    public PartOpinion? Opinion { get; set; }

    public Guid? SignedBy { get; set; }

    public DateTimeOffset? At { get; set; }
}

public enum SignNode
{
    All,
    Any,
    Sequence,
    Quorum,
    Leaf,
}

internal sealed class SignConfiguration : IEntityTypeConfiguration<SignRow>
{
    public void Configure(EntityTypeBuilder<SignRow> builder)
    {
        builder.ToTable("part_sign");
        builder.HasIndex(row => new { row.CaseId, row.PartKey, row.Round });
    }
}
