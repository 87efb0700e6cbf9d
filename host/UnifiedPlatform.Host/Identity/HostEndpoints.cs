using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>The host's own endpoints, once all rooms have mapped theirs.</summary>
internal sealed class HostEndpoints
{
    private IEndpointRouteBuilder? _routes;

    /// <summary>Sources of endpoints.</summary>
    public IReadOnlyCollection<EndpointDataSource> Sources => _routes?.DataSources.ToArray() ?? [];

    public void Watch(IEndpointRouteBuilder routes) => _routes = routes;

    /// <summary>Stops the start when an endpoint carries no rule.</summary>
    public void RefuseUndecided()
    {
        if (EndpointRules.Undecided(Sources) is { Count: > 0 } undecided)
            throw new StartupFailure($"These endpoints carry no rule and would be open to everybody: {string.Join(", ", undecided)}. Give each .Needs(…), .SignedIn(…) or .Public(…).");
    }
}
