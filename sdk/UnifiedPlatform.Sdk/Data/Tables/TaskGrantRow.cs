namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>A right to one row for one task (security.md §3.6).</summary>
internal sealed class TaskGrantRow
{
    public Guid Id { get; init; }

    public required string Subject { get; init; }

    public required string ResourceType { get; init; }

    public Guid ResourceId { get; init; }

    public required string Verbs { get; init; }

    public required string CaseNumber { get; init; }

    public string? PartKey { get; init; }

    public DateTimeOffset From { get; init; }

    public DateTimeOffset Until { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
