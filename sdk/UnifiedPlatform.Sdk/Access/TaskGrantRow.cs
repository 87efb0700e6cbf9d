namespace UnifiedPlatform.Sdk.Access;

/// <summary>A row of <c>task_grant</c>.</summary>
internal sealed class TaskGrantRow
{
    public required Guid Id { get; init; }

    public required string Subject { get; init; }

    public required string ResourceType { get; init; }

    public required Guid ResourceId { get; init; }

    public required string Verbs { get; init; }

    public required string CaseNumber { get; init; }

    public string? PartKey { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
