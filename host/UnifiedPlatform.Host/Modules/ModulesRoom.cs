using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Modules.Pages;
using UnifiedPlatform.Host.Modules.Trust;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules;

/// <summary>Drives the modules to what is wanted of them, lets administrators say what that is, and sends their requests to them.</summary>
internal static class ModulesRoom
{
    public const string View = "system.module.view";
    public const string Administer = "system.module.administer";

    public static void AddModules(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddFurtherContext<ModulesDbContext>(Databases.Host, ModulesDbContext.History);
        services.AddTrust();
        services.AddModuleRuntime(_ => new ModuleRuntimeOptions
        {
            Packages = options.InData("packages"),
            Data = options.InData("modules"),
            ReplacesSameVersion = options.TrustsClone,
            PostgreSql = options.PostgreSql,
        });
        services.AddCounterSeams(options);
        // The host's own API speaks the same JSON as the modules'.
        services.ConfigureHttpJsonOptions(http => PlatformJson.Apply(http.SerializerOptions));
        services.AddSingleton<ModuleFailureTexts>();
        services.AddOperations();
        services.AddSingleton(new HostEntry("/admin/modules", Keys.ModulesTitle, "running", 10, View));
        services.AddOpenApi("host", document => document.ShouldInclude = static description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
    }

    public static void UseModules(this WebApplication app) => app.UseModuleDispatcher();

    public static void MapModules(this WebApplication app)
    {
        ModulesApi.Map(app);
        ModulePages.Map(app);
        PublisherEndpoints.Map(app);
        ApiDocuments.Map(app);
    }
}
