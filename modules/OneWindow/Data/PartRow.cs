using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A part of a case, newest round. <see cref="Scope"/>: where it is decided and which department handles it.</summary>
public sealed class PartRow : IScoped
{
    public required Guid Id { get; init; }

    public Scope Scope { get; private set; } = new();

    public required Guid CaseId { get; init; }

    public required string PartKey { get; init; }

    public required int Round { get; set; }

    public required PartKind Kind { get; init; }

    public required PartStatus State { get; set; }

    public string? Capability { get; set; }

    public string? Module { get; set; }

    public string? Org { get; set; }

    public string? Role { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateTimeOffset? RequestedAt { get; set; }

    public Guid? TakenBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public PartOpinion? Outcome { get; set; }

    /// <summary>Number of its own; members of a bundle only.</summary>
    public string? Number { get; set; }

    /// <summary>Task grant under which its input is read now.</summary>
    public Guid? GrantId { get; set; }

    public int Version { get; private set; }
}

internal sealed class PartConfiguration : IEntityTypeConfiguration<PartRow>
{
    public void Configure(EntityTypeBuilder<PartRow> builder)
    {
        builder.ToTable("case_part");
        builder.Property(row => row.PartKey).HasMaxLength(40);
        builder.HasIndex(row => new { row.CaseId, row.PartKey }).IsUnique();
        builder.HasIndex(row => row.Number).IsUnique().HasFilter("number IS NOT NULL");
        // What a module still has to do: read before it is uninstalled.
        builder.HasIndex(row => new { row.Module, row.State }).HasFilter("state IN ('open', 'taken', 'asked')");
    }
}
