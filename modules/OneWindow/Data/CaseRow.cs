using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A case as folded from its log. <see cref="Scope"/>: region decides, department is the competent one, owner who accepted.</summary>
public sealed class CaseRow : IScoped
{
    public required Guid Id { get; init; }

    public Scope Scope { get; private set; } = new();

    public required string Number { get; set; }

    public required string QueryCode { get; init; }

    public required string ItemCode { get; init; }

    public required int FormVersion { get; init; }

    public int? RuleVersion { get; set; }

    public string? Situation { get; set; }

    public bool Bundle { get; set; }

    public required Guid SubjectId { get; init; }

    public required Guid ApplicantId { get; init; }

    public Guid? ProxyId { get; set; }

    public required CaseStatus State { get; set; }

    /// <summary>Any of <c>paused tolerated extended deemed fix-open</c>, separated by spaces.</summary>
    public string Flags { get; set; } = "";

    /// <summary>Organisation that accepted.</summary>
    public required string Lead { get; set; }

    /// <summary>Competent organisation; null before acceptance.</summary>
    public string? Org { get; set; }

    public string? ApplyRegion { get; set; }

    public string? AcceptRegion { get; set; }

    public string? CloseRegion { get; set; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? AcceptedOn { get; set; }

    public DateOnly? PromisedDue { get; set; }

    public DateOnly? StatutoryDue { get; set; }

    public DateOnly? YellowOn { get; set; }

    public int? FrozenLeft { get; set; }

    public int? MissingYear { get; set; }

    public DateOnly? NextCheckOn { get; set; }

    public int CheckFailures { get; set; }

    public DateTimeOffset? CheckAfter { get; set; }

    public int OpenItems { get; set; }

    public Guid? OriginId { get; set; }

    public CaseOutcome? Outcome { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Idempotency key of the creation, kept for ever: a late retry must not make a second case.</summary>
    public string? CreateKey { get; init; }

    /// <summary>Sequence of the last event.</summary>
    public int Seq { get; set; }

    public int Version { get; private set; }
}

internal sealed class CaseConfiguration : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("case_file", table => table.HasCheckConstraint("ck_case_file_open_items", "(closed_at IS NULL AND open_items > 0) OR (closed_at IS NOT NULL AND open_items = 0)"));
        builder.Property(row => row.Number).HasMaxLength(24);
        builder.Property(row => row.QueryCode).HasMaxLength(10);
        builder.Property(row => row.CreateKey).HasMaxLength(300);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.CreateKey).IsUnique();
        builder.HasIndex(row => row.QueryCode).IsUnique();
        builder.HasIndex(row => new { row.SubjectId, row.Id });
        // A department's open cases, soonest first.
        builder.HasIndex(row => new { row.Org, row.PromisedDue, row.Id }).HasFilter("closed_at IS NULL");
        builder.HasIndex(row => new { row.NextCheckOn, row.Id }).HasFilter("closed_at IS NULL");
    }
}
