using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>One line of a case's log. Inserted, never changed: a trigger refuses it on both databases.</summary>
public sealed class EventRow
{
    public required Guid CaseId { get; init; }

    public required int Seq { get; init; }

    public required string Kind { get; init; }

    public required DateOnly OnDay { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Actor { get; init; }

    public Guid? OnBehalf { get; init; }

    public string? Org { get; init; }

    public string? PartKey { get; init; }

    public required string Key { get; init; }

    public required string Data { get; init; }
}

internal sealed class EventConfiguration : IEntityTypeConfiguration<EventRow>
{
    public const int MaxData = 4096;

    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("case_event", table => table.HasCheckConstraint("ck_case_event_data", $"length(data) <= {MaxData}"));
        builder.HasKey(row => new { row.CaseId, row.Seq });
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.HasIndex(row => new { row.CaseId, row.Key }).IsUnique();
    }
}
