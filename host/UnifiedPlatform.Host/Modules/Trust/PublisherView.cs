using UnifiedPlatform.Host.Modules.Data;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>A publisher with its keys.</summary>
internal sealed record PublisherView(Publisher Publisher, IReadOnlyList<PublisherKey> Keys);
