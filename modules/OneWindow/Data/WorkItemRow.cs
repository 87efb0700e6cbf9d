using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A line of open work in a queue. Gone when the work is done.</summary>
public sealed class WorkItemRow
{
    /// <summary>Stands for “no due day”, so that the order by day is total.</summary>
    public static readonly DateOnly NoDue = new(9999, 12, 31);

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Part; empty: the home line of the case.</summary>
    public required string PartKey { get; init; }

    /// <summary>Signature; empty: none.</summary>
    public required Guid SignId { get; init; }

    public required Guid QueueId { get; set; }

    public required Lane Lane { get; set; }

    public Guid? ClaimedBy { get; set; }

    public required DateOnly DueOn { get; set; }

    public required DateTimeOffset Since { get; set; }

    public int Version { get; private set; }
}

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItemRow>
{
    public void Configure(EntityTypeBuilder<WorkItemRow> builder)
    {
        builder.ToTable("work_item");
        builder.HasIndex(row => new { row.QueueId, row.Lane, row.DueOn, row.Id });
        builder.HasIndex(row => new { row.ClaimedBy, row.DueOn, row.Id }).HasFilter("claimed_by IS NOT NULL");
        builder.HasIndex(row => new { row.CaseId, row.PartKey, row.SignId }).IsUnique();
        builder.HasOne<QueueRow>().WithMany().HasForeignKey(row => row.QueueId).OnDelete(DeleteBehavior.Restrict);
    }
}
