using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedModule.Entries;

/// <summary>Told to other modules when an entry was recorded. Its schema lies in <c>Topics/entry-added.v1.schema.json</c>.</summary>
/// <param name="EntryId">Key of the entry.</param>
/// <param name="Day">Day it was recorded.</param>
internal sealed record EntryAdded(Guid EntryId, DateOnly Day)
{
    public static readonly Topic<EntryAdded> Topic = new("module-id.entry-added", 1, TopicOrder.Strict);
}
