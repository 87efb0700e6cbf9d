using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Exchange;

/// <inheritdoc cref="ILineage"/>
internal sealed class Lineage(UnitOfWork unit, TimeProvider clock) : ILineage
{
    public void Record<T>(string targetKind, string targetId, Delivered<T> source, string rule)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (unit.Transaction is null) throw new InvalidOperationException("Lineage is recorded in the transaction that makes the row.");
        unit.BeforeCommit(async cancellationToken =>
        {
            await using var command = unit.Command("""
                INSERT INTO lineage (target_kind, target_id, source, event_id, occurred_at, applied_at, rule)
                VALUES (@kind, @id, @source, @event, @occurred, @applied, @rule) ON CONFLICT DO NOTHING
                """);
            await command.Add("kind", targetKind).Add("id", targetId).Add("source", source.Source).Add("event", source.EventId)
                .Add("occurred", source.OccurredAt).Add("applied", clock.GetUtcNow()).Add("rule", rule).ExecuteNonQueryAsync(cancellationToken);
        });
    }
}
