using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Audit;

/// <summary>Writes the audit (security.md §5). Scoped.</summary>
public interface IAudit
{
    /// <summary>Records a change in the business transaction itself (<c>audit_out</c>): no effect without entry, no entry without effect.</summary>
    void Changed(DbContext database, AuditEntry entry);

    /// <summary>Records a read or a denial; durable before the response starts. Throws <see cref="AuditUnavailableException"/> when the store is down or full.</summary>
    ValueTask ReadAsync(AuditEntry entry, CancellationToken cancellationToken);
}

/// <summary>What happened. Actor, session, address and trace are added by the platform. No names, ids, phones or search texts in any member.</summary>
/// <param name="Act">One of <c>view list search reveal print export create edit decide delete sign-in deny grant config key module job</c>.</param>
/// <param name="ResourceType">Resource, e.g. <c>one-window.case</c>.</param>
/// <param name="ResourceId">Key of the resource; null: a list.</param>
public sealed record AuditEntry(string Act, string ResourceType, string? ResourceId)
{
    /// <summary>Residents concerned, at most 200.</summary>
    public IReadOnlyList<Guid> Subjects { get; init; } = [];

    /// <summary>Field names touched or shown.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Stated purpose; null: the ordinary one.</summary>
    public string? Purpose { get; init; }

    /// <summary>Case number the act belongs to; null: none.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Result: <c>ok denied hidden error</c>.</summary>
    public string Result { get; init; } = "ok";

    /// <summary>Reason given in words (checked against id and phone patterns); null: none.</summary>
    public string? Reason { get; init; }
}

/// <summary>The audit store cannot take an entry; the page answers 503 <c>audit.unavailable</c>.</summary>
public sealed class AuditUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
