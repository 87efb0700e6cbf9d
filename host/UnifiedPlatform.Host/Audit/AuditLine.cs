namespace UnifiedPlatform.Host.Audit;

/// <summary>An entry as it is shown.</summary>
internal sealed record AuditLine(long Seq, DateTimeOffset At, string? Actor, string? ActorName, string Kind, string? Department, string Act, string ResourceType, string? ResourceId, string Result, string? Purpose, string? Case, string? Reason, IReadOnlyList<string> Fields, int Subjects, string Source);
