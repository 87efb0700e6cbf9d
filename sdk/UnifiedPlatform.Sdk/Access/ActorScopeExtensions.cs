using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Says who acts in a scope that no request opened.</summary>
public static class ActorScopeExtensions
{
    /// <summary>The module's (or, for <c>host</c>, the platform's) own code acts in this scope.</summary>
    public static IServiceProvider ActAsModule(this IServiceProvider scope, string module)
    {
        ArgumentNullException.ThrowIfNull(scope);
        scope.GetRequiredService<IActorAccessor>().Become(Actor.SystemFor(module), SystemRights.Instance);
        return scope;
    }

    /// <summary>Who acts in one scope acts in the other too (a call of the host into a module for the same request).</summary>
    public static IServiceProvider ActAs(this IServiceProvider scope, IActorAccessor other)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(other);
        scope.GetRequiredService<IActorAccessor>().Become(other.Actor, other.Rights, other.Address);
        return scope;
    }
}
