using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Shell;

namespace UnifiedPlatform.Host.Administration;

/// <summary>What the administrator sees of the running host.</summary>
internal static class AdministrationRoom
{
    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new HostEntry("/admin", Keys.AdminOverviewTitle, "running", 0, "system.telemetry.view"));
        builder.Services.AddSingleton(new HostEntry("/admin/jobs", Keys.AdminJobs, "running", 20, "system.job.view"));
        builder.Services.AddSingleton(new HostEntry("/admin/exchange", Keys.AdminExchange, "running", 30, "system.exchange.view"));
        builder.Services.AddSingleton(new HostEntry("/admin/requests", Keys.AdminByRoute, "running", 40, "system.telemetry.view"));
    }

    public static void MapAdministration(this WebApplication app)
    {
        Health.Map(app);
        ExchangeActs.Map(app);
    }
}
