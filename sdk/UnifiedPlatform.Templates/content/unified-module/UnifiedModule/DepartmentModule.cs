using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Modules;
#if (page || withPart)
using UnifiedPlatform.Sdk.Web;
#endif
#if (database)
using UnifiedModule.Data;
using UnifiedModule.Entries;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
#else
using UnifiedModule.Today;
#endif
#if (withPart)
using UnifiedModule.Checks;
using UnifiedModule.Pages;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Web.Parts;
#endif

namespace UnifiedModule;

/// <summary>Plugs the module in: its services, then its addresses.</summary>
public sealed class DepartmentModule : IModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IModuleServices module)
    {
#if (database)
        module.AddDatabase<DepartmentDbContext>();
        module.AddPolicy<EntryPolicy>();
        module.Services.AddScoped<EntryList>().AddScoped<AddEntry>();
#else
        module.Services.AddScoped<TodayView>();
#endif
#if (withPart)
        module.AddPartDesk<CheckTask, DepartmentDbContext, CheckHandler>(CheckHandler.Resource);
        module.Services.AddScoped<AnswerCheck>();
#endif
    }

    /// <inheritdoc/>
    public void Map(IModuleRoutes routes)
    {
#if (database)
        EntryList.Map(routes.Api);
        AddEntry.Map(routes.Api);
#else
        TodayView.Map(routes.Api);
#endif
#if (withEntriesPage)
        AddEntryForm.Map(routes.Pages);
#endif
#if (withPart)
        routes.Pages.MapPartForms<CheckTask, CheckPage>(CheckHandler.Resource, "/m/module-id/parts");
        AnswerCheck.MapForm(routes.Pages);
#endif
#if (page || withPart)
        routes.MapPages();
#endif
    }
}
