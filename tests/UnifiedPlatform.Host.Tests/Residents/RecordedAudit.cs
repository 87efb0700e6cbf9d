using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>Remembers what was put into the audit.</summary>
internal sealed class RecordedAudit : IAudit, IAuditSink
{
    public ConcurrentQueue<AuditEntry> Entries { get; } = [];

    public bool Broken { get; set; }

    public void Changed(DbContext database, AuditEntry entry) => Entries.Enqueue(entry);

    public ValueTask ReadAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        if (Broken) throw new AuditUnavailableException("The store of this test is broken.");
        Entries.Enqueue(entry);
        return default;
    }

    public ValueTask AppendAsync(Guid id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => default;
}
