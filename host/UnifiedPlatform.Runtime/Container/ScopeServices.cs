using Autofac;
using Autofac.Core;
using Microsoft.Extensions.DependencyInjection;
using KeyedService = Microsoft.Extensions.DependencyInjection.KeyedService;

namespace UnifiedPlatform.Runtime.Container;

/// <summary>An Autofac scope as the framework's service provider.</summary>
internal sealed class ScopeServices(ILifetimeScope scope, KnownServices known) : IKeyedServiceProvider, ISupportRequiredService, IServiceProviderIsKeyedService, IAsyncDisposable
{
    /// <summary>A scope below this one, without asking the container for the means.</summary>
    public ScopeServices Open() => new(scope.BeginLifetimeScope(), known);

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    public object? GetService(Type serviceType) => scope.ResolveOptional(serviceType);

    public object GetRequiredService(Type serviceType) => GetService(serviceType) ?? throw new InvalidOperationException($"No service of type {serviceType} is registered.");

    public object? GetKeyedService(Type serviceType, object? serviceKey)
    {
        if (serviceKey is null) return GetService(serviceType);
        var many = serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(IEnumerable<>);
        if (Equals(serviceKey, KeyedService.AnyKey) && !many) throw new InvalidOperationException("Any key can only be asked for with IEnumerable<T>.");
        return scope.ResolveOptionalService(new Autofac.Core.KeyedService(ServicePopulation.Key(serviceKey), serviceType));
    }

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey) ?? throw new InvalidOperationException($"No service of type {serviceType} is registered with this key.");

    public bool IsService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return known.Allows(serviceType) && scope.IsRegistered(serviceType);
    }

    public bool IsKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? IsService(serviceType) : !serviceType.IsGenericTypeDefinition && scope.IsRegisteredWithKey(ServicePopulation.Key(serviceKey), serviceType);
}
