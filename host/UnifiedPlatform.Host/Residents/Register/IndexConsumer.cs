using System.Data.Common;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Keeps the index up with the register, whatever happened to the writer. Residents are read as they are now, so order and repetition do not matter; while the engine is away their marks stay behind and are the queue.</summary>
[Consumes("residents.resident-changed", 1)]
internal sealed class IndexConsumer(IndexFeed feed) : IConsume<ResidentChanged>
{
    public ValueTask ApplyAsync(IReadOnlyList<Delivered<ResidentChanged>> batch, DbTransaction target, CancellationToken cancellationToken) =>
        feed.BringAsync([.. batch.Select(d => d.Body.ResidentId.Value)], cancellationToken);
}
