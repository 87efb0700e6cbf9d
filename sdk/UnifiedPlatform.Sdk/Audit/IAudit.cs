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
