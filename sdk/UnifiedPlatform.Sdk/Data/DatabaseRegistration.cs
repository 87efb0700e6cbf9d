using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Registers contexts.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers the module's one context, its unit of work and its migrations.</summary>
    public static IModuleServices AddDatabase<TContext>(this IModuleServices module) where TContext : ModuleDbContext
    {
        ArgumentNullException.ThrowIfNull(module);
        if (module.Services.Any(service => service.ServiceType == typeof(IContextFactory))) throw new InvalidOperationException("A module has one context: the platform's tables live in it.");
        module.Services.AddSingleton(services => new ContextFactory<TContext>(services.GetRequiredService<IModuleDatabase>(), services.GetService<ILoggerFactory>()));
        module.Services.AddSingleton<IContextFactory>(services => services.GetRequiredService<ContextFactory<TContext>>());
        module.Services.AddSingleton<IModuleMigrator>(services => new ModuleMigrator(services.GetRequiredService<IModuleDatabase>(), services.GetRequiredService<IContextFactory>()));
        module.Services.AddScoped(services => services.GetRequiredService<ContextFactory<TContext>>().Create(services.GetRequiredService<UnitOfWork>(), services.GetService<RowAccess>()));
        module.Services.TryAddData();
        module.Services.AddConsumers(typeof(TContext).Assembly);
        return module;
    }

    /// <summary>Registers a context of the host itself under its owner (<c>host</c>, <c>audit</c>, <c>residents</c>). The unit of work is keyed by the owner.</summary>
    public static IServiceCollection AddPlatformDatabase<TContext>(this IServiceCollection services, string owner) where TContext : ModuleDbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new SharedEntityServices(provider.GetService<ILoggerFactory>()));
        services.AddSingleton(provider => new ContextFactory<TContext>(provider.GetRequiredKeyedService<IModuleDatabase>(owner), provider.GetRequiredService<SharedEntityServices>()));
        services.AddKeyedSingleton<IModuleMigrator>(owner, (provider, _) => new ModuleMigrator(provider.GetRequiredKeyedService<IModuleDatabase>(owner), provider.GetRequiredService<ContextFactory<TContext>>()));
        services.AddKeyedScoped(owner, (provider, _) => new UnitOfWork(provider.GetRequiredKeyedService<IModuleDatabase>(owner)));
        services.AddKeyedScoped<IUnitOfWork>(owner, (provider, _) => provider.GetRequiredKeyedService<UnitOfWork>(owner));
        services.AddScoped(provider => provider.GetRequiredService<ContextFactory<TContext>>().Create(provider.GetRequiredKeyedService<UnitOfWork>(owner), provider.GetService<RowAccess>()));
        services.AddPlatformExchange(owner);
        return services;
    }

    /// <summary>Registers a further context of the host in an owner's database, beside the one of <see cref="AddPlatformDatabase{TContext}"/>: it shares unit of work and
    /// platform tables and excludes the latter from its migrations.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="owner">Owner of the database.</param>
    /// <param name="history">Table of its applied migrations.</param>
    public static IServiceCollection AddFurtherContext<TContext>(this IServiceCollection services, string owner, string history) where TContext : ModuleDbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(provider => new ContextFactory<TContext>(Shared(provider), provider.GetRequiredService<SharedEntityServices>()));
        services.AddKeyedSingleton<IModuleMigrator>(owner, (provider, _) => new ModuleMigrator(Shared(provider), provider.GetRequiredService<ContextFactory<TContext>>()));
        services.AddScoped(provider => provider.GetRequiredService<ContextFactory<TContext>>().Create(provider.GetRequiredKeyedService<UnitOfWork>(owner), provider.GetService<RowAccess>()));
        return services;

        SharedDatabase Shared(IServiceProvider provider) => new(provider.GetRequiredKeyedService<IModuleDatabase>(owner), history);
    }

    /// <summary>Services every module has, with or without a context.</summary>
    internal static void TryAddData(this IServiceCollection services)
    {
        services.TryAddScoped(provider => new UnitOfWork(provider.GetRequiredService<IModuleDatabase>()));
        services.TryAddScoped<IUnitOfWork>(provider => provider.GetRequiredService<UnitOfWork>());
        services.TryAddExchange();
    }
}
