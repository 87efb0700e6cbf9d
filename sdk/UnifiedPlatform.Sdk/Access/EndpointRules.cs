using Microsoft.AspNetCore.Builder;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>The rule an endpoint carries. An endpoint without one does not start and never answers.</summary>
public interface IEndpointRule;

/// <summary>The permission an endpoint or page needs; every one of several is needed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute(string permission) : Attribute, IEndpointRule
{
    /// <summary>Permission id.</summary>
    public string Permission { get; } = permission;
}

/// <summary>An endpoint open to anybody signed in, whatever the rights (own preferences, sign-out).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute(string reason) : Attribute, IEndpointRule
{
    /// <summary>Why no permission is needed.</summary>
    public string Reason { get; } = reason;
}

/// <summary>An endpoint open to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute(string reason) : Attribute, IEndpointRule
{
    /// <summary>Why it is open.</summary>
    public string Reason { get; } = reason;
}

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
