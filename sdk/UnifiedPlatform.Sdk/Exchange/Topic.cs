using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>A versioned topic. Name <c>{module}.{noun}-{past-verb}</c>. Payloads carry <see cref="ResidentId"/>, never a name, id number or phone.</summary>
/// <param name="Name">Topic name.</param>
/// <param name="Version">Integer version from 1.</param>
/// <param name="Order">Order promised.</param>
public sealed record Topic<T>(string Name, int Version, TopicOrder Order);
