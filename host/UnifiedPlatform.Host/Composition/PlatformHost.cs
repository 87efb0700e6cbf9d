using UnifiedPlatform.Host.Administration;
using UnifiedPlatform.Host.Audit;
using UnifiedPlatform.Host.Demo;
using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Jobs;
using UnifiedPlatform.Host.Modules;
using UnifiedPlatform.Host.Residents;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Host.Telemetry;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.Host.Composition;

/// <summary>The shipped composition, used by Program and by every test.</summary>
public static class PlatformHost
{
    /// <summary>Builds the host. Hosted services start in the order in which the rooms are added.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = NewBuilder(args);
        var options = PlatformOptionsReader.Read(builder);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddWorkCalendar(options.TimeZone).ExportToModules<IWorkCalendar>();

        builder.AddTelemetry(options);
        builder.AddStorage(options);
        builder.AddAudit(options);
        builder.AddIdentity(options);
        builder.AddShell(options);
        builder.AddResidents(options);
        builder.AddModules(options);
        builder.AddExchange(options);
        builder.AddJobs(options);
        builder.AddAdministration();
        builder.AddDemo(options);
        configure?.Invoke(builder);

        var app = builder.Build();
        // Telemetry sees every answer, the shell's error pages and language stand outside sign-in, sign-in stands before any room's endpoints;
        // forms are checked after sign-in, because a form belongs to an account.
        app.UseDeclaredProxies();
        app.UseTelemetry();
        app.UseShell();
        app.UseIdentity();
        app.UseForms();
        app.UseModules();

        app.MapShell();
        app.MapIdentity();
        app.MapAudit();
        app.MapResidents();
        app.MapModules();
        app.MapExchange();
        app.MapJobs();
        app.MapTelemetry();
        app.MapAdministration();
        return app;
    }

    private static WebApplicationBuilder NewBuilder(string[] args)
    {
        try
        {
            return WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        }
        catch (InvalidDataException unreadable)
        {
            throw new StartupFailure($"{unreadable.Message} {unreadable.InnerException?.InnerException?.Message} Correct the file, or take it away to use what the documentation names as defaults.".ReplaceLineEndings(" "));
        }
    }
}
