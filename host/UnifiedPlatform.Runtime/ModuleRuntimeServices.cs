using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnifiedPlatform.Runtime.Data;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>Adds the runtime to a host.</summary>
public static class ModuleRuntimeServices
{
    /// <summary>Registers the runtime. The options are a singleton of the host.</summary>
    public static IServiceCollection AddModuleRuntime(this IServiceCollection services, Func<IServiceProvider, ModuleRuntimeOptions> options)
    {
        services.AddHttpContextAccessor();
        services.AddDataProtection();
        services.AddMetrics();
        services.AddSingleton(options);
        services.AddScoped<ModuleCaller>();
        services.AddSingleton(_ => new HostLifetimes(services));
        services.TryAddSingleton<IPackageTrust, ConfiguredTrust>();
        services.TryAddSingleton<IModuleCapabilities, EveryCapability>();
        services.TryAddSingleton<ICapabilityDecisions, KnownDecisions>();
        services.TryAddSingleton<IModuleNeighbours>(provider => new InstalledNeighbours(provider.GetRequiredService<IPackageStore>));
        services.AddSingleton<Preflight>();
        services.AddSingleton<IPackageStore, PackageStore>();
        services.AddSingleton<GenerationServices>();
        services.AddSingleton<GenerationStarter>();
        services.AddSingleton<GenerationEnd>();
        services.AddSingleton<Activation>();
        services.AddSingleton<LoadedCode>();
        services.AddSingleton<Migration>();
        services.AddSingleton<Backups>();
        services.AddSingleton<IDatabaseCopy, SqliteCopy>();
        services.AddSingleton<IDatabaseCopy, PostgreSqlCopy>();
        services.AddSingleton<WarmUp>();
        services.AddHostedService<DatabaseSizes>();
        services.AddSingleton<ModuleCalls>();
        services.AddSingleton<RuntimeMetrics>();
        services.AddSingleton<Fragments>();
        services.AddSingleton<ModuleRuntime>();
        services.AddSingleton<IModuleRuntime>(provider => provider.GetRequiredService<ModuleRuntime>());
        return services;
    }

    /// <summary>Sends <c>/m/{id}/…</c> to the modules. After the middleware that says who acts.</summary>
    public static IApplicationBuilder UseModuleDispatcher(this IApplicationBuilder app) => app.UseMiddleware<ModuleDispatcher>();
}
