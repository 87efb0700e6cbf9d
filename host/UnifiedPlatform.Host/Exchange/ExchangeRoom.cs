using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Jobs;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Jobs;

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
            provider.GetRequiredService<IModuleRuntime>(), provider.GetRequiredService<HostJobs>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ExchangePump>>()));
        services.AddHostedService(provider => provider.GetRequiredService<ExchangePump>());
        if (options.PostgreSql is not null) services.AddHostedService<PostgreSqlNotifications>();
        services.AddSingleton<IExchangeStatus, ExchangeStatus>();
        // Beside the wake-up by each commit: finds what a wake-up lost would have announced, and renews the figures.
        services.AddHostJob(new HostJob(ExchangePump.PullJob, "0 * * * * ?", Misfire.DoNothing, async (provider, _, cancellationToken) =>
        {
            provider.GetRequiredService<ExchangePump>().SignalUnscheduled();
            await provider.GetRequiredService<IExchangeStatus>().ArrowsAsync(cancellationToken);
        }));
        services.AddSingleton<Retention>();
        services.AddHostJob(new HostJob("exchange-retention", "0 40 2 * * ?", Misfire.FireAndProceed, (provider, _, cancellationToken) => provider.GetRequiredService<Retention>().RunAsync(cancellationToken)));
    }

    public static void MapExchange(this WebApplication app) => ExchangeApi.Map(app);
}
