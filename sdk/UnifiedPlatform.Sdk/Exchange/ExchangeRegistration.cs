using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Registers consumers.</summary>
public static class ExchangeRegistration
{
    /// <summary>Registers a consumer of the host itself under the owner of its database.</summary>
    public static IServiceCollection AddPlatformConsumer<TConsumer>(this IServiceCollection services, string owner) where TConsumer : class
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddScoped<TConsumer>();
        foreach (var binding in Bindings(typeof(TConsumer))) services.AddKeyedSingleton(owner, binding);
        return services;
    }

    /// <summary>Registers a consumer that the SDK brings for a module.</summary>
    internal static IServiceCollection AddConsumer<TConsumer>(this IServiceCollection services) where TConsumer : class => services.AddConsumer(typeof(TConsumer));

    /// <summary>Registers every consumer class of the module's assembly.</summary>
    internal static IServiceCollection AddConsumers(this IServiceCollection services, Assembly module)
    {
        foreach (var consumer in module.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsDefined(typeof(ConsumesAttribute), inherit: false))) services.AddConsumer(consumer);
        return services;
    }

    internal static void TryAddExchange(this IServiceCollection services)
    {
        services.TryAddScoped<IOutbox>(scope => new Outbox(scope.GetRequiredService<UnitOfWork>(), scope.GetRequiredService<IModuleJson>().Options, Actor(scope), Clock(scope), scope.GetService<IExchangeWake>(), scope.GetService<OwnCapabilities>()));
        services.TryAddScoped<ILineage>(scope => new Lineage(scope.GetRequiredService<UnitOfWork>(), Clock(scope)));
        services.TryAddScoped<IExchangeTarget>(scope => new ExchangeTarget(scope, scope.GetRequiredService<UnitOfWork>(), [.. Granted(scope)], scope.GetRequiredService<IModuleJson>().Lenient, Clock(scope)));
    }

    internal static void AddPlatformExchange(this IServiceCollection services, string owner)
    {
        services.TryAddSingleton<IModuleJson, ModuleJson>();
        services.AddKeyedScoped<IOutbox>(owner, (scope, _) => new Outbox(scope.GetRequiredKeyedService<UnitOfWork>(owner), Json(scope).Options, Actor(scope), Clock(scope), scope.GetService<IExchangeWake>()));
        services.AddKeyedScoped<ILineage>(owner, (scope, _) => new Lineage(scope.GetRequiredKeyedService<UnitOfWork>(owner), Clock(scope)));
        services.AddKeyedScoped<IExchangeTarget>(owner, (scope, _) => new ExchangeTarget(scope, scope.GetRequiredKeyedService<UnitOfWork>(owner), [.. scope.GetKeyedServices<ConsumerBinding>(owner)], Json(scope).Lenient, Clock(scope)));
    }

    private static IServiceCollection AddConsumer(this IServiceCollection services, Type consumer)
    {
        services.TryAddScoped(consumer);
        foreach (var binding in Bindings(consumer)) services.AddSingleton(binding);
        return services;
    }

    private static IEnumerable<ConsumerBinding> Bindings(Type consumer)
    {
        var bodies = consumer.GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsume<>)).Select(type => type.GenericTypeArguments[0]).ToList();
        if (bodies.Count != 1) throw new InvalidOperationException($"{consumer.Name} carries [Consumes] and so implements exactly one IConsume<T>.");
        return consumer.GetCustomAttributes<ConsumesAttribute>().Select(topic =>
            (ConsumerBinding)Activator.CreateInstance(typeof(ConsumerBinding<,>).MakeGenericType(consumer, bodies[0]), topic.Topic, topic.Version, topic.Cron)!);
    }

    // A subscription nobody granted is none: the arrow is not drawn and nothing of the topic arrives.
    private static IEnumerable<ConsumerBinding> Granted(IServiceProvider scope)
    {
        var capabilities = scope.GetService<OwnCapabilities>();
        return scope.GetServices<ConsumerBinding>().Where(binding => capabilities?.Has(Capabilities.Subscribe(binding.Topic)) != false);
    }

    private static IModuleJson Json(IServiceProvider scope) => scope.GetRequiredService<IModuleJson>();

    private static TimeProvider Clock(IServiceProvider scope) => scope.GetService<TimeProvider>() ?? TimeProvider.System;

    private static Func<Guid?> Actor(IServiceProvider scope) => () =>
        scope.GetService<IActorAccessor>()?.Actor?.Account.Value is { } account && account != Guid.Empty ? account : null;
}
