using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Where state lies: one database an owner, one host a data directory.</summary>
internal static class StorageRoom
{
    public static void AddStorage(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(provider => new Databases(options, provider.GetRequiredService<DataDirectory>(), provider.GetRequiredService<KeyRing>));
        foreach (var owner in Databases.HostOwners)
            services.AddKeyedSingleton(owner, (provider, _) => provider.GetRequiredService<Databases>().Of(owner));
        services.ExportToModules<IModuleDatabase>((provider, module) => provider.GetRequiredService<Databases>().ForModule(module.Id), Capabilities.Database);
        services.AddSingleton<StartTurn>();
        services.AddSingleton<StorageStart>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageStart>());
        services.AddSingleton<IReadinessCheck, StorageReadiness>();
    }
}
