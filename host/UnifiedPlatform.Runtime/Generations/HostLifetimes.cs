using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Which of the host's services are singletons, as far as they are exported to modules.</summary>
internal sealed class HostLifetimes(IServiceCollection services)
{
    private readonly Dictionary<Type, ServiceLifetime> _lifetimes = services.Where(descriptor => !descriptor.IsKeyedService)
        .GroupBy(descriptor => descriptor.ServiceType).ToDictionary(group => group.Key, group => group.Last().Lifetime);

    public bool IsSingleton(Type service) =>
        _lifetimes.TryGetValue(service, out var lifetime) ? lifetime == ServiceLifetime.Singleton
        : service.IsGenericType && _lifetimes.TryGetValue(service.GetGenericTypeDefinition(), out lifetime) && lifetime == ServiceLifetime.Singleton;
}
