using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Traces, metrics and logs of host and modules, OTLP when an endpoint is configured, <c>/metrics</c> on a listener of its own.</summary>
internal static class TelemetryRoom
{
    public static void AddTelemetry(this WebApplicationBuilder builder, PlatformOptions options)
    {
        // Without the switch .NET 10 leaves request spans without any tag.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Both throw what they log: whoever handles the exception says it once, and what stops a start is one line.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);

        var services = builder.Services;
        services.AddSingleton<RequestStatistics>();
        services.AddSingleton<PrometheusReader>();
        services.AddHostedService<TelemetryProviders>();
        services.AddHostedService<MetricsListener>();
        services.AddHostedService<SqliteSpans>();

        var telemetry = new PlatformTelemetryBuilder(services)
            .ConfigureResource(resource => resource.AddService("unified-platform", serviceVersion: PlatformVersion.Text))
            .WithTracing(tracing => tracing
                .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Quartz", "UnifiedPlatform.*")
                .SetSampler(new ParentBasedSampler(new NoiseSampler(SampleRatio(builder.Configuration, options)))))
            .WithMetrics(metrics => metrics
                .AddMeter(
                    "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.RateLimiting",
                    "System.Net.Http", "System.Runtime", "Npgsql", "Microsoft.EntityFrameworkCore", "Quartz", "UnifiedPlatform.*")
                .AddReader(provider => provider.GetRequiredService<PrometheusReader>().Reader))
            .WithLogging();
        if (OtlpConfigured(builder.Configuration)) telemetry.UseOtlpExporter();
    }

    public static void UseTelemetry(this WebApplication app) => app.UseMiddleware<RequestTelemetry>();

    public static void MapTelemetry(this WebApplication app) => RequestsApi.Map(app);

    private static double SampleRatio(ConfigurationManager settings, PlatformOptions options) =>
        settings.GetValue<double?>("Telemetry:SampleRatio") ?? (options.PostgreSql is null ? 1.0 : 0.05);

    private static bool OtlpConfigured(IConfiguration settings) => settings.AsEnumerable().Any(setting =>
        setting.Key.StartsWith("OTEL_EXPORTER_OTLP_", StringComparison.Ordinal) && setting.Key.EndsWith("ENDPOINT", StringComparison.Ordinal) && !string.IsNullOrEmpty(setting.Value));
}
