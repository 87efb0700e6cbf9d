using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>In demo and development the clone's own builds get what their manifest asks for: in the demo at their first start, in development at each. Everybody else waits for an administrator.</summary>
internal sealed class CloneDecisions(TrustStore store, IServiceScopeFactory scopes, PlatformOptions options) : ICapabilityDecisions
{
    private const string Actor = "host", Reason = "build of this clone";

    public async ValueTask<IReadOnlyList<string>> UndecidedAsync(ModuleManifest manifest, PackagePublisher publisher, bool starting, CancellationToken cancellationToken)
    {
        string[] asked = [.. manifest.Capabilities.Where(capability => !store.Decided(manifest.Id, capability))];
        if (asked.Length == 0 || !options.TrustsClone || publisher.Level != PublisherLevel.Development) return asked;
        await using var scope = scopes.CreateAsyncScope();
        var grants = scope.ServiceProvider.GetRequiredService<ModuleGrants>();
        if (!options.Development && (await grants.OfAsync(manifest.Id, cancellationToken)).Count > 0) return asked;
        if (!starting) return [];
        scope.ServiceProvider.ActAsModule("host");
        await grants.DecideAsync(manifest.Id, asked, [], Actor, Reason, cancellationToken);
        return [];
    }
}
