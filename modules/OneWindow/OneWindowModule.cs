using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Api;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Drafts;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.OneWindow.Pages;
using UnifiedPlatform.OneWindow.Parts;
using UnifiedPlatform.OneWindow.Queues;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow;

/// <summary>One window: service items, cases, their parts in several departments, one answer.</summary>
public sealed class OneWindowModule : IModule
{
    public void ConfigureServices(IModuleServices module)
    {
        module.AddDatabase<OneWindowDbContext>();
        module.AddPolicy<CasePolicy>();
        module.AddPolicy<PartPolicy>();
        module.Services.AddSingleton<ReadItems>().AddSingleton<AnswerSchemas>().AddSingleton<TrackLimit>();
        module.Services.AddScoped<ItemCatalogue>().AddScoped<ItemQueries>().AddScoped<ItemImport>().AddScoped<ItemPublishing>();
        module.Services.AddScoped<CaseLog>().AddScoped<CaseWriter>().AddScoped<CaseNumbers>().AddScoped<CaseGrants>().AddScoped<CaseMessages>().AddScoped<CaseRefusals>();
        module.Services.AddScoped<Dossiers>().AddScoped<Answers>().AddScoped<ActingPeople>().AddScoped<CaseDesk>().AddScoped<CaseCommands>().AddScoped<CaseQueries>().AddScoped<Tracking>();
        module.Services.AddScoped<PartInputs>().AddScoped<IPartInputs>(services => services.GetRequiredService<PartInputs>()).AddScoped<PartQueries>();
        module.Services.AddScoped<QueueQueries>().AddScoped<CaseDrafts>().AddScoped<FoldCheck>();
        module.Services.AddScoped<ItemForm>().AddScoped<NewCases>().AddScoped<NewCaseReader>().AddScoped<CasePages>().AddScoped<Corrections>();
    }

    public void Map(IModuleRoutes routes)
    {
        CaseApi.Map(routes.Api);
        PageForms.Map(routes);
    }

    public async ValueTask StartAsync(IModuleContext context, CancellationToken cancellationToken)
    {
        await using var scope = context.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ItemImport>().RunAsync(cancellationToken);
    }
}
