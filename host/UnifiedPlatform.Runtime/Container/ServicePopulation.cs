using Autofac;
using Autofac.Builder;
using Autofac.Core;
using Microsoft.Extensions.DependencyInjection;
using AutofacKeyedService = Autofac.Core.KeyedService;
using KeyedService = Microsoft.Extensions.DependencyInjection.KeyedService;

namespace UnifiedPlatform.Runtime.Container;

/// <summary>Fills an Autofac container from a service collection. The framework's own adapter on our registry breaks on the first keyed registration.</summary>
internal static class ServicePopulation
{
    public static void Populate(this ContainerBuilder builder, IServiceCollection services)
    {
        builder.Register(context => new ScopeServices(context.Resolve<ILifetimeScope>(), context.Resolve<KnownServices>()))
            .AsSelf().As<IServiceProvider>().As<IKeyedServiceProvider>().As<ISupportRequiredService>().As<IServiceProviderIsService>().As<IServiceProviderIsKeyedService>()
            .InstancePerLifetimeScope().ExternallyOwned();
        builder.RegisterType<ScopeServicesFactory>().As<IServiceScopeFactory>().SingleInstance();
        builder.RegisterInstance(new KnownServices(services));
        foreach (var descriptor in services) Register(builder, descriptor);
    }

    private static void Register(ContainerBuilder builder, ServiceDescriptor descriptor)
    {
        var implementation = descriptor.IsKeyedService ? descriptor.KeyedImplementationType : descriptor.ImplementationType;
        var instance = descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance;
        if (implementation is { IsGenericTypeDefinition: true })
            As(builder.RegisterGeneric(implementation), descriptor).WithParameters(KeyedParameters.For(implementation, descriptor.IsKeyedService ? descriptor.ServiceKey : null)).Living(descriptor.Lifetime);
        else if (implementation is not null)
            As(builder.RegisterType(implementation), descriptor).WithParameters(KeyedParameters.For(implementation, descriptor.IsKeyedService ? descriptor.ServiceKey : null)).Living(descriptor.Lifetime);
        else if (instance is not null)
            As(builder.RegisterInstance(instance), descriptor).ExternallyOwned();
        else
            builder.RegisterComponent(Factory(descriptor));
    }

    private static IComponentRegistration Factory(ServiceDescriptor descriptor)
    {
        var registration = RegistrationBuilder.ForDelegate(descriptor.ServiceType, (context, parameters) => Make(descriptor, context, parameters)).Living(descriptor.Lifetime);
        return (descriptor.IsKeyedService ? registration.Keyed(Key(descriptor.ServiceKey), descriptor.ServiceType) : registration.As(descriptor.ServiceType)).CreateRegistration();
    }

    private static object Make(ServiceDescriptor descriptor, IComponentContext context, IEnumerable<Parameter> parameters)
    {
        var provider = context.Resolve<IServiceProvider>();
        if (descriptor is { IsKeyedService: true, KeyedImplementationFactory: { } keyed })
            return keyed(provider, parameters.TryGetKeyedServiceKey<object>(out var asked) ? asked : descriptor.ServiceKey);
        return descriptor.ImplementationFactory is { } factory ? factory(provider) : throw new InvalidOperationException($"{descriptor.ServiceType} has no implementation.");
    }

    private static IRegistrationBuilder<TLimit, TActivator, TStyle> As<TLimit, TActivator, TStyle>(IRegistrationBuilder<TLimit, TActivator, TStyle> registration, ServiceDescriptor descriptor) =>
        descriptor.IsKeyedService ? registration.Keyed(Key(descriptor.ServiceKey), descriptor.ServiceType) : registration.As(descriptor.ServiceType);

    private static IRegistrationBuilder<TLimit, TActivator, TStyle> Living<TLimit, TActivator, TStyle>(this IRegistrationBuilder<TLimit, TActivator, TStyle> registration, ServiceLifetime lifetime) => lifetime switch
    {
        ServiceLifetime.Singleton => registration.SingleInstance(),
        ServiceLifetime.Scoped => registration.InstancePerLifetimeScope(),
        _ => registration.InstancePerDependency(),
    };

    internal static object Key(object? key) => key is null || Equals(key, KeyedService.AnyKey) ? AutofacKeyedService.AnyKey : key;
}
