using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Finds the arrows: each running consumer's subscriptions against each known publisher's topics.</summary>
internal sealed class ArrowMap(Targets targets, IModuleRuntime modules, IServiceProvider services)
{
    private const string PartReported = ".part-reported", FactChanged = ".resident-fact-changed";

    public async ValueTask<IReadOnlyList<(Arrow Arrow, string Cron)>> DrawAsync(CancellationToken cancellationToken)
    {
        var arrows = new List<(Arrow, string)>();
        foreach (var consumer in Consumers())
        {
            foreach (var subscription in await SubscriptionsAsync(consumer, cancellationToken))
                foreach (var (source, topic) in Publishers(subscription.Topic, consumer)) arrows.Add((new Arrow(source, topic, consumer), subscription.Cron));
        }
        return [.. arrows.DistinctBy(drawn => drawn.Item1)];
    }

    private IEnumerable<string> Consumers() =>
        Databases.HostOwners.Where(owner => services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(IExchangeTarget), owner) == true)
            .Concat(modules.Modules.Where(module => module.State == ModuleState.Running).Select(module => module.Id));

    private async ValueTask<IReadOnlyList<ExchangeSubscription>> SubscriptionsAsync(string consumer, CancellationToken cancellationToken)
    {
        try
        {
            return await targets.UseAsync(consumer, (target, _) => ValueTask.FromResult(target.Subscriptions), cancellationToken);
        }
        catch (ModuleAwayException)
        {
            return [];
        }
    }

    private IEnumerable<(string Source, string Topic)> Publishers(string pattern, string consumer)
    {
        if (!pattern.StartsWith("*.", StringComparison.Ordinal))
        {
            var source = pattern[..pattern.IndexOf('.', StringComparison.Ordinal)];
            if (source != consumer && (Databases.HostOwners.Contains(source) || modules.Find(source) is { Manifest: not null })) yield return (source, pattern);
            yield break;
        }
        foreach (var module in modules.Modules)
            if (module.Id != consumer && module.Manifest is { } manifest && Publishes(manifest, module.Id + pattern[1..])) yield return (module.Id, module.Id + pattern[1..]);
    }

    // What the SDK publishes for a module is declared by what it offers.
    private static bool Publishes(ModuleManifest manifest, string topic) =>
        manifest.Contributes.Publishes.Any(published => published.Name == topic)
        || (topic.EndsWith(PartReported, StringComparison.Ordinal) && manifest.Contributes.PartCapabilities.Count > 0)
        || (topic.EndsWith(FactChanged, StringComparison.Ordinal) && manifest.Contributes.ResidentFacts.Count > 0);
}
