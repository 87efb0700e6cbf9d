using System.Reflection;
using Autofac;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime.Container;

namespace UnifiedPlatform.Runtime.Tests.Container;

/// <summary>The framework's own specification of a container, run by reflection: it is written for an older test framework.</summary>
public sealed class SpecificationTests
{
    // Autofac answers these otherwise than Microsoft's container; no code of host or modules leans on them.
    private static readonly string[] KnownDifferences =
    [
        // What is missing or wrongly keyed throws Autofac's exception, not InvalidOperationException.
        "ResolveRequiredKeyedServiceThrowsIfNotFound()",
        "ResolveKeyedServiceWithFromServiceKeyAttribute_NotFound()",
        "ResolveKeyedServiceWithFromServiceKeyAttribute_NotFound_WithUnkeyed()",
        "ResolveKeyedServiceWithKeyedParameter_MissingRegistrationButWithUnkeyedService()",
        "ResolveKeyedServiceWithKeyedParameter_MissingRegistration_FirstParameter()",
        "ResolveKeyedServiceWithKeyedParameter_MissingRegistration_SecondParameter()",
        "ResolveKeyedServiceSingletonFactoryWithAnyKeyIgnoreWrongType()",
        // One instance for any key, where Microsoft's container makes one a key.
        "ResolveKeyedServiceSingletonInstanceWithAnyKey()",
    ];

    [Fact]
    public async Task The_container_keeps_the_frameworks_specification()
    {
        var failed = new List<string>();
        var run = 0;
        foreach (var type in new[] { typeof(UnkeyedSpecification), typeof(KeyedSpecification) })
            foreach (var (method, arguments) in Cases(type))
            {
                run++;
                if (await FailsAsync(type, method, arguments)) failed.Add($"{method.Name}({string.Join(", ", arguments ?? [])})");
            }

        Assert.InRange(run, 140, 400);
        Assert.Equal(KnownDifferences.Order(StringComparer.Ordinal), failed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(MethodInfo Method, object?[]? Arguments)> Cases(Type type)
    {
        foreach (var method in type.GetMethods().Where(method => method.GetCustomAttributes().Any(IsTest)))
        {
            var data = method.GetCustomAttributes().Where(attribute => attribute.GetType().GetMethod("GetData", [typeof(MethodInfo)]) is not null).ToArray();
            if (data.Length == 0) yield return (method, null);
            foreach (var attribute in data)
                foreach (var row in (IEnumerable<object?[]>)attribute.GetType().GetMethod("GetData", [typeof(MethodInfo)])!.Invoke(attribute, [method])!)
                    yield return (method, row);
        }
    }

    private static bool IsTest(Attribute attribute) => attribute.GetType().Name is "FactAttribute" or "TheoryAttribute";

    private static async Task<bool> FailsAsync(Type type, MethodInfo method, object?[]? arguments)
    {
        try
        {
            if (method.Invoke(Activator.CreateInstance(type), arguments) is Task task) await task;
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static IServiceProvider Provide(IServiceCollection services)
    {
        var builder = new ContainerBuilder();
        builder.Populate(services);
        return new DisposableServices(builder.Build());
    }

    private sealed class UnkeyedSpecification : Microsoft.Extensions.DependencyInjection.Specification.DependencyInjectionSpecificationTests
    {
        protected override IServiceProvider CreateServiceProvider(IServiceCollection serviceCollection) => Provide(serviceCollection);
    }

    private sealed class KeyedSpecification : Microsoft.Extensions.DependencyInjection.Specification.KeyedDependencyInjectionSpecificationTests
    {
        protected override IServiceProvider CreateServiceProvider(IServiceCollection collection) => Provide(collection);
    }

    private sealed class DisposableServices(IContainer container) : IServiceProvider, IKeyedServiceProvider, ISupportRequiredService, IDisposable, IAsyncDisposable
    {
        private readonly ScopeServices _services = (ScopeServices)container.Resolve<IServiceProvider>();

        public object? GetService(Type serviceType) => _services.GetService(serviceType);

        public object GetRequiredService(Type serviceType) => _services.GetRequiredService(serviceType);

        public object? GetKeyedService(Type serviceType, object? serviceKey) => _services.GetKeyedService(serviceType, serviceKey);

        public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => _services.GetRequiredKeyedService(serviceType, serviceKey);

        public void Dispose() => container.Dispose();

        public ValueTask DisposeAsync() => container.DisposeAsync();
    }
}
