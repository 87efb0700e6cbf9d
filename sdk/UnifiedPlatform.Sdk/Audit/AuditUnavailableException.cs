namespace UnifiedPlatform.Sdk.Audit;

/// <summary>The audit store cannot take an entry; the page answers 503 <c>audit.unavailable</c>.</summary>
public sealed class AuditUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
