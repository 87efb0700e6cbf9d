namespace UnifiedPlatform.Sdk.Access;

/// <summary>A task grant (security.md §3.6).</summary>
/// <param name="Id">Key.</param>
/// <param name="Subject"><c>account:{id}</c>, <c>role:{role}@{dept}</c> or <c>module:{id}</c>.</param>
/// <param name="ResourceType">Task type of the policy, e.g. <c>one-window.part</c>.</param>
/// <param name="ResourceId">Row.</param>
/// <param name="Verbs">Verbs given, e.g. <c>view,edit</c>.</param>
/// <param name="CaseNumber">Case.</param>
/// <param name="PartKey">Part; null: the whole case.</param>
/// <param name="Until">End of the lease; never past 30 days.</param>
public sealed record TaskGrant(Guid Id, string Subject, string ResourceType, Guid ResourceId, string Verbs, string CaseNumber, string? PartKey, DateTimeOffset Until);
