using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>A county where every queue is enabled and staffed, unless said otherwise.</summary>
internal sealed class FullWorld : ILintWorld
{
    public int Last { get; init; }

    public string? Hash { get; init; }

    public Func<QueueKey, bool> HasQueue { get; init; } = _ => true;

    public Func<QueueKey, bool> HasStaff { get; init; } = _ => true;

    public IReadOnlyCollection<string> Regions => ["340822100"];

    public IReadOnlyCollection<string> Counters => ["0001"];

    public int LastVersion(string code) => Last;

    public string? PublishedHash(string code, int version) => Hash;

    public bool Enabled(QueueKey queue) => HasQueue(queue);

    public bool Staffed(QueueKey queue) => HasStaff(queue);
}
