using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>The town an item is checked against: its versions on record, queues somebody closed, and posts somebody holds.</summary>
/// <param name="Last">Newest version on record before this one.</param>
/// <param name="Closed">Queues that were closed; any other comes to be with its first line.</param>
/// <param name="Posts">Posts that are held.</param>
/// <param name="Town">Town in which the item is decided; empty: none is looked at.</param>
internal sealed record LintWorld(int Last, IReadOnlySet<QueueKey> Closed, IReadOnlyCollection<Post> Posts, string Town) : ILintWorld
{
    public IReadOnlyCollection<string> Regions => Town.Length == 0 ? [] : [Town];

    public IReadOnlyCollection<string> Counters => [.. Posts.Where(post => post.Role == QueueLines.ClerkRole).Select(post => post.Department).OfType<string>().Distinct()];

    public int LastVersion(string code) => Last;

    public string? PublishedHash(string code, int version) => null;

    public bool Enabled(QueueKey queue) => !Closed.Contains(queue);

    public bool Staffed(QueueKey queue) => Posts.Any(post => post.Department == queue.Org && post.Role == queue.Role && Acting.SameTown(post.Region, queue.Region));
}
