using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Who did and saw what, in one chain that shows when it was changed.</summary>
internal static class AuditRoom
{
    public static void AddAudit(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<AuditSignal>();
        services.AddSingleton<AuditWriter>();
        services.AddSingleton<IAuditSink>(provider => provider.GetRequiredService<AuditWriter>());
        services.AddSingleton<AuditSources>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<AuditKey>();
        services.AddSingleton<Anchors>();
        services.AddSingleton<IReadinessCheck, AuditReadiness>();
        services.AddSingleton<AuditExport>();
        services.AddScoped<AuditQueries>();
        services.AddScoped<IHostCommand, AuditCommand>();
        services.AddSingleton(new HostEntry("/admin/audit", Keys.AuditTitle, "platform", 60, AuditApi.View));
        services.AddHostedService<AuditService>();
        services.ExportToModules<IAuditSink>();
    }

    public static void MapAudit(this WebApplication app) => AuditApi.Map(app);
}
