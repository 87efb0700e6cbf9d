using System.Data.Common;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Tells the handlers what became of their reports.</summary>
[Consumes("one-window.part-report-settled", 1)]
internal sealed class PartSettledConsumer(IEnumerable<IHandlePart> handlers) : IConsume<PartSettled>
{
    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<PartSettled>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        foreach (var settled in batch)
            foreach (var handler in handlers) await handler.SettledAsync(settled.Body, target, cancellationToken).ConfigureAwait(false);
    }
}
