using System.Data.Common;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Hands asked parts to the handler of their capability; parts of capabilities the manifest does not offer pass by.</summary>
[Consumes("one-window.part-requested", 1)]
internal sealed class PartRequestedConsumer(IEnumerable<IHandlePart> handlers, ModuleManifest manifest) : IConsume<PartRequest>
{
    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<PartRequest>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        foreach (var asked in batch.Where(asked => manifest.Contributes.PartCapabilities.Any(offered => offered.Capability == asked.Body.Capability)))
            foreach (var handler in handlers.Where(handler => handler.Capability == asked.Body.Capability)) await handler.RequestedAsync(asked.Body, target, cancellationToken).ConfigureAwait(false);
    }
}
