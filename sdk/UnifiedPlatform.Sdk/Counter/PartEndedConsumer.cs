using System.Data.Common;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Tells the handlers that a part ended.</summary>
[Consumes("one-window.part-ended", 1)]
internal sealed class PartEndedConsumer(IEnumerable<IHandlePart> handlers) : IConsume<PartEnd>
{
    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<PartEnd>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        foreach (var end in batch)
            foreach (var handler in handlers) await handler.EndedAsync(end.Body, target, cancellationToken).ConfigureAwait(false);
    }
}
