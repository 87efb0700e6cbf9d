using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Telemetry;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The SDK's own services of a generation. The runtime adds them before the module's registrations.</summary>
public static class SdkModuleDefaults
{
    /// <summary>Adds them.</summary>
    public static void Add(IServiceCollection services, ModuleInfo info, ModuleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(info);
        services.AddSingleton(info);
        services.AddSingleton(manifest);
        services.AddSingleton(provider => new OwnCapabilities(manifest, provider.GetService<IModuleCapabilities>()));
        services.AddSingleton<IModuleFiles, ModuleFiles>();
        services.AddSingleton<IModuleHttp, ModuleHttp>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IModuleJson, ModuleJson>();
        services.AddTextDefaults(info);
        services.AddSingleton<IModuleTelemetry, ModuleTelemetry>();
        services.TryAddData();
        services.AddAccessDefaults(info.Id);
        services.AddCounterDefaults(manifest);
        services.AddJobDefaults();
        services.TryAddSingleton<ImportStage>();
        services.Configure<JsonOptions>(json => PlatformJson.Apply(json.SerializerOptions));
    }
}
