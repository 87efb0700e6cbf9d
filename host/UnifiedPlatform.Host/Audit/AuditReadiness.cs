using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Audit;

internal sealed class AuditReadiness(AuditWriter writer) : IReadinessCheck
{
    public string Name => "audit";

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(writer.Problem is { } problem ? $"the audit cannot be written ({problem})" : null);
}
