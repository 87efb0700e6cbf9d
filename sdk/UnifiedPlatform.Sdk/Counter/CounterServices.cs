using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Services of a module that does parts of cases.</summary>
internal static class CounterServices
{
    /// <summary>Adds the counter; a module that offers a capability hears of its parts.</summary>
    public static IServiceCollection AddCounterDefaults(this IServiceCollection services, ModuleManifest manifest)
    {
        services.TryAddSingleton<PartAnswerShapes>();
        services.TryAddScoped<ICounter, Counter>();
        if (manifest.Contributes.PartCapabilities.Count == 0) return services;
        return services.AddConsumer<PartRequestedConsumer>().AddConsumer<PartChangedConsumer>().AddConsumer<PartEndedConsumer>().AddConsumer<PartSettledConsumer>();
    }
}
