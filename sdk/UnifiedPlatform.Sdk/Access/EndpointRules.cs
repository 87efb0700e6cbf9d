using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Reads the rules of endpoints at start and on each request.</summary>
public static class EndpointRules
{
    /// <summary>Endpoints without a rule, by display name. Not empty: the host or the module does not start.</summary>
    public static IReadOnlyList<string> Undecided(IEnumerable<EndpointDataSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return [.. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointRule>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText ?? "?").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a path belongs to an API, where a refusal is a problem document and never a redirect.</summary>
    public static bool IsApi(PathString path) =>
        path.Value is { } value && (value.StartsWith("/api/", StringComparison.Ordinal) || value.Contains("/api/", StringComparison.Ordinal) || value.EndsWith("/api", StringComparison.Ordinal));

    /// <summary>The first rule the actor does not meet; null: the endpoint may run.</summary>
    internal static AccessDenial? Deny(EndpointMetadataCollection metadata, Actor? actor, IRights rights)
    {
        var needs = metadata.GetOrderedMetadata<NeedsAttribute>();
        if (needs.Count == 0 && metadata.GetMetadata<PublicAttribute>() is not null) return null;
        if (needs.Count == 0 && metadata.GetMetadata<SignedInAttribute>() is null) return new AccessDenial(StatusCodes.Status500InternalServerError, AccessDenial.Undecided, null);
        if (actor is null) return new AccessDenial(StatusCodes.Status401Unauthorized, AccessDenial.SignInRequired, null);
        foreach (var need in needs)
            if (!rights.Has(need.Permission)) return new AccessDenial(StatusCodes.Status403Forbidden, AccessDenial.PermissionMissing, need.Permission);
        return null;
    }
}
