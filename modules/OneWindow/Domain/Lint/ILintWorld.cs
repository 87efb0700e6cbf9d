using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>What a document is checked against besides itself.</summary>
public interface ILintWorld
{
    /// <summary>Newest version of the code on record; 0: none.</summary>
    int LastVersion(string code);

    /// <summary>Hash of a published version; null: not published.</summary>
    string? PublishedHash(string code, int version);

    /// <summary>Towns in which the item is decided.</summary>
    IReadOnlyCollection<string> Regions { get; }

    /// <summary>Organisations that accept at a counter.</summary>
    IReadOnlyCollection<string> Counters { get; }

    /// <summary>Whether the queue exists and is enabled.</summary>
    bool Enabled(QueueKey queue);

    /// <summary>Whether at least one active person holds the queue.</summary>
    bool Staffed(QueueKey queue);
}
