using System.Data.Common;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Order a topic promises to its consumers.</summary>
public enum TopicOrder
{
    /// <summary>Only the newest key version counts; a parked key does not park its followers.</summary>
    Latest,

    /// <summary>Every event of a key in order; a parked key parks its followers.</summary>
    Strict,
}

/// <summary>A versioned topic. Name <c>{module}.{noun}-{past-verb}</c>. Payloads carry <see cref="ResidentId"/>, never a name, id number or phone.</summary>
/// <param name="Name">Topic name.</param>
/// <param name="Version">Integer version from 1.</param>
/// <param name="Order">Order promised.</param>
public sealed record Topic<T>(string Name, int Version, TopicOrder Order);

/// <summary>Publishes in the caller's connection and transaction. Scoped.</summary>
public interface IOutbox
{
    /// <summary>Writes the event to the module's outbox. Throws when no transaction of the module's database is open.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="key">Ordering key, e.g. a case number or an id in text form.</param>
    /// <param name="keyVersion">Rising version of the key.</param>
    /// <param name="body">Payload, serialised with the generation's own JSON options.</param>
    void Publish<T>(Topic<T> topic, string key, long keyVersion, T body);
}

/// <summary>Applies a topic's events in the module's own target transaction: cursor lock, inbox and this effect commit together.</summary>
public interface IConsume<T>
{
    /// <summary>Applies new events in order. Already applied ones never arrive. Throwing halves the batch until one event stands alone and is dead-lettered.</summary>
    ValueTask ApplyAsync(IReadOnlyList<Delivered<T>> batch, DbTransaction target, CancellationToken cancellationToken);
}

/// <summary>One delivered event.</summary>
/// <param name="EventId">Id given at publication (UUID version 7).</param>
/// <param name="Source">Module that published it, or <c>residents</c>.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Version">Topic version after upcasting.</param>
/// <param name="Key">Ordering key.</param>
/// <param name="KeyVersion">Version of the key.</param>
/// <param name="Position">Position in the source.</param>
/// <param name="OccurredAt">When it was published, UTC.</param>
/// <param name="Actor">Account that caused it; null: the platform.</param>
/// <param name="Body">Payload.</param>
public sealed record Delivered<T>(Guid EventId, string Source, string Topic, int Version, string Key, long KeyVersion, long Position, DateTimeOffset OccurredAt, Guid? Actor, T Body);

/// <summary>Records where a row came from (lineage), in the same target transaction.</summary>
public interface ILineage
{
    /// <summary>Remembers that the target row was made or changed by the event under the named rule.</summary>
    void Record<T>(string targetKind, string targetId, Delivered<T> source, string rule);
}
