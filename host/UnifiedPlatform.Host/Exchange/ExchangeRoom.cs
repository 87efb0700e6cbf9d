using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Carries events between owners (exchange-telemetry-reliability.md §3).</summary>
internal static class ExchangeRoom
{
    public static void AddExchange(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<ExchangeWake>();
        services.AddSingleton<IExchangeWake>(provider => provider.GetRequiredService<ExchangeWake>());
        services.ExportToModules<IExchangeWake>();
        services.AddSingleton<ExchangeTelemetry>();
        services.AddSingleton<Targets>();
        services.AddSingleton<ArrowMap>();
        services.AddSingleton<ArrowRunner>();
        services.AddSingleton(provider => new ExchangePump(
            provider.GetRequiredService<ArrowMap>(), provider.GetRequiredService<ArrowRunner>(), provider.GetRequiredService<ExchangeWake>(),
            provider.GetRequiredService<IModuleRuntime>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ExchangePump>>()));
        services.AddHostedService(provider => provider.GetRequiredService<ExchangePump>());
        if (options.PostgreSql is not null) services.AddHostedService<PostgreSqlNotifications>();
        services.AddSingleton<IExchangeStatus, ExchangeStatus>();
    }

    public static void UseExchange(this WebApplication app)
    {
    }

    public static void MapExchange(this WebApplication app) => ExchangeApi.Map(app);
}
