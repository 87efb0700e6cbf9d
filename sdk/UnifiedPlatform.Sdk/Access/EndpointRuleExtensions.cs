using Microsoft.AspNetCore.Builder;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Fluent forms of the endpoint rules.</summary>
public static class EndpointRuleExtensions
{
    /// <summary>The endpoint needs the permission: anonymous → 401 or sign-in, not held → 403, both audited.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string permission) where TBuilder : IEndpointConventionBuilder => builder.With(new NeedsAttribute(permission));

    /// <summary>The endpoint needs a sign-in and no permission.</summary>
    public static TBuilder SignedIn<TBuilder>(this TBuilder builder, string reason) where TBuilder : IEndpointConventionBuilder => builder.With(new SignedInAttribute(reason));

    /// <summary>The endpoint is open to everybody.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder builder, string reason) where TBuilder : IEndpointConventionBuilder => builder.With(new PublicAttribute(reason));

    private static TBuilder With<TBuilder>(this TBuilder builder, IEndpointRule rule) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(rule));
        return builder;
    }
}
