using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Domain.Signing;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L24: the fallback of every part is staffed wherever the item is decided. L45: every line a case can have has an enabled, staffed queue.</summary>
internal static class PlaceRules
{
    public static IEnumerable<LintFinding> Check(ServiceItem item, ILintWorld world)
    {
        foreach (var region in world.Regions)
        {
            foreach (var competent in item.Jurisdiction.Select(rule => rule.Org.Resolve("", null, region)).Distinct())
            {
                if (competent is null) yield return new LintFinding("L45", "$.jurisdiction", $"no-organisation {region}");
                foreach (var part in item.Parts)
                {
                    var fallback = part.Handler.Fallback;
                    foreach (var queue in Queues([fallback], competent, region, world))
                        if (!world.Staffed(queue)) yield return new LintFinding("L24", $"$.parts.{part.Key}.handler.fallback", Words(queue));
                    foreach (var queue in Queues([fallback, .. Units(part.Sign)], competent, region, world))
                        if (!Total(world, queue)) yield return new LintFinding("L45", $"$.parts.{part.Key}", Words(queue));
                }
                foreach (var queue in Queues(item.Decide.Sign is { } sign ? Units(sign) : [item.Decide.By], competent, region, world))
                    if (!Total(world, queue)) yield return new LintFinding("L45", "$.decide", Words(queue));
            }
            foreach (var queue in world.Counters.Select(counter => new QueueKey(counter, region, QueueLines.ClerkRole, QueueKey.Department)))
                if (!Total(world, queue)) yield return new LintFinding("L45", "$.accept", Words(queue));
        }
    }

    private static bool Total(ILintWorld world, QueueKey queue) => world.Enabled(queue) && world.Staffed(queue);

    private static IEnumerable<QueueKey> Queues(IEnumerable<Unit> units, string? competent, string region, ILintWorld world) => units
        .SelectMany(unit => unit.Org is OrgRule.Lead ? world.Counters.Select(counter => (unit.Role, Org: counter)) : [(unit.Role, Org: unit.Org.Resolve("", competent, region) ?? "")])
        .Select(place => new QueueKey(place.Org, region, place.Role, QueueKey.Department)).Distinct();

    private static IEnumerable<Unit> Units(Sign? sign) => sign switch
    {
        Sign.ByRole leaf => [leaf.Unit],
        Sign.All node => node.Of.SelectMany(Units),
        Sign.Any node => node.Of.SelectMany(Units),
        Sign.Sequence node => node.Of.SelectMany(Units),
        Sign.Quorum node => node.Of.SelectMany(Units),
        _ => [],
    };

    private static string Words(QueueKey queue) => $"{queue.Org} {queue.Role} {queue.Region}";
}
