using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Residents.Pages;

/// <summary>What stands beside the counter search: panels of the modules that offer one (capability <c>counter:aside</c>), and whom the clerk looked at last. Scoped.</summary>
public sealed class CounterAside(IModuleRuntime modules, RecentResidents recent, ResidentCards cards, IAccess access, IModuleCapabilities decisions)
{
    private const string Path = "/counter/aside";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>Modules whose panel may stand here now.</summary>
    internal IEnumerable<string> Offering => modules.Modules.Where(m => m.Answers && m.Manifest is { } manifest && new OwnCapabilities(manifest, decisions).Has(Capabilities.CounterAside)).Select(m => m.Id);

    /// <summary>The panels that came in time; one that does not is left out, the search is what matters.</summary>
    public async Task<IReadOnlyList<string>> FragmentsAsync(HttpContext http)
    {
        var fragments = await Task.WhenAll(Offering.Select(id => modules.FragmentAsync(id, Path, http, Patience).AsTask()));
        return [.. fragments.Where(f => f.Ok).Select(f => f.Html)];
    }

    /// <summary>The last looks that are still open to the actor.</summary>
    public async ValueTask<IReadOnlyList<(ResidentCard Card, DateTimeOffset At)>> RecentAsync(CancellationToken cancellationToken)
    {
        var looks = recent.Of(access.Actor.Account.Value);
        var shown = await cards.OfAsync([.. looks.Select(l => l.Resident)], cancellationToken);
        return [.. looks.Join(shown, l => l.Resident, c => c.Id, (l, c) => (c, l.At))];
    }
}
