using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Data;

/// <summary>A queue: organisation × town × role. A scope of its own: who holds it sees all of it.</summary>
public sealed class QueueRow
{
    public required Guid Id { get; init; }

    public required string Org { get; init; }

    public required string Region { get; init; }

    public required string Role { get; init; }

    /// <summary><c>department</c>, or the module that does the work.</summary>
    public required string Kind { get; init; }

    public string? Title { get; set; }

    public bool Enabled { get; set; } = true;

    public QueueKey Key => new(Org, Region, Role, Kind);
}

internal sealed class QueueConfiguration : IEntityTypeConfiguration<QueueRow>
{
    public void Configure(EntityTypeBuilder<QueueRow> builder)
    {
        builder.ToTable("queue");
        builder.Ignore(row => row.Key);
        builder.HasIndex(row => new { row.Org, row.Region, row.Role, row.Kind }).IsUnique();
    }
}
