using System.Data.Common;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Tells the handlers that something about a part changed; who does not know the part lets it pass.</summary>
[Consumes("one-window.part-changed", 1)]
internal sealed class PartChangedConsumer(IEnumerable<IHandlePart> handlers) : IConsume<PartChange>
{
    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<PartChange>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        foreach (var change in batch)
            foreach (var handler in handlers) await handler.ChangedAsync(change.Body, target, cancellationToken).ConfigureAwait(false);
    }
}
