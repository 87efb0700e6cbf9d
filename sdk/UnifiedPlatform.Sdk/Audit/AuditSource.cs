namespace UnifiedPlatform.Sdk.Audit;

/// <summary>Who speaks in the audit of one container.</summary>
/// <param name="Id">Module id, or <c>host</c>.</param>
public sealed record AuditSource(string Id);
