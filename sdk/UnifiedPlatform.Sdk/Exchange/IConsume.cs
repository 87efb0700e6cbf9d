using System.Data.Common;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Applies a topic's events in the module's own target transaction: cursor lock, inbox and this effect commit together.</summary>
/// <remarks>The class carries <see cref="Modules.ConsumesAttribute"/> and is found by itself. It saves through the scope's context or the given
/// transaction and touches nothing else: what it throws is rolled back and tried again in halves.</remarks>
public interface IConsume<T>
{
    /// <summary>Applies new events in order. Already applied ones never arrive. Throwing halves the batch until one event stands alone and is dead-lettered.</summary>
    ValueTask ApplyAsync(IReadOnlyList<Delivered<T>> batch, DbTransaction target, CancellationToken cancellationToken);
}
