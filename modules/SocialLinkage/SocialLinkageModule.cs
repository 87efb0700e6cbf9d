using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Web.Imports;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Parts;
using UnifiedPlatform.SocialLinkage.Assessments;
using UnifiedPlatform.SocialLinkage.Communities;
using UnifiedPlatform.SocialLinkage.Data;
using UnifiedPlatform.SocialLinkage.Organisations;
using UnifiedPlatform.SocialLinkage.Pages;
using UnifiedPlatform.SocialLinkage.Workers;

namespace UnifiedPlatform.SocialLinkage;

/// <summary>Communities, social organisations, social workers and assessments at home.</summary>
public sealed class SocialLinkageModule : IModule
{
    /// <summary>Organisation code of the social affairs office and its station.</summary>
    internal const string Department = "0204";

    public void ConfigureServices(IModuleServices module)
    {
        module.AddDatabase<SocialDbContext>();
        module.AddPolicy<OrganisationPolicy>().AddPolicy<WorkerPolicy>();
        module.AddPartDesk<AssessmentTask, SocialDbContext, AssessmentHandler>(AssessmentHandler.Resource);
        module.Services.AddScoped<CommunityList>().AddScoped<OrganisationList>().AddScoped<AddOrganisation>().AddScoped<ActOnOrganisation>().AddScoped<ImportOrganisations>()
            .AddScoped<WorkerList>().AddScoped<ImportWorkers>().AddScoped<AnswerAssessment>().AddScoped<AssessmentHistory>();
    }

    public void Map(IModuleRoutes routes)
    {
        var api = routes.Api.MapGroup("").WithTags("Social linkage");
        CommunityList.Map(api);
        OrganisationList.Map(api);
        AddOrganisation.Map(api);
        ActOnOrganisation.Map(api);
        api.MapCsvImport<ImportOrganisations>("/organisations/import", "ImportSocialOrganisations", "social-organisations.csv", SocialPermissions.OrganisationImport);
        WorkerList.Map(api);
        api.MapCsvImport<ImportWorkers>("/workers/import", "ImportSocialWorkers", "social-workers.csv", SocialPermissions.WorkerImport);
        var assessments = api.MapGroup("/assessments");
        assessments.MapPartDesk<AssessmentTask>(AssessmentHandler.Resource);
        AnswerAssessment.Map(assessments);

        ActOnOrganisation.MapForm(routes.Pages);
        routes.Pages.MapCsvImportForms<ImportOrganisations, OrganisationImportPage>("/organisations/import", SocialPermissions.OrganisationImport, "/m/social-linkage/organisations");
        routes.Pages.MapCsvImportForms<ImportWorkers, WorkerImportPage>("/workers/import", SocialPermissions.WorkerImport, "/m/social-linkage/workers");
        AnswerAssessment.MapForm(routes.Pages);
        routes.Pages.MapPartForms<AssessmentTask, AssessmentPage>(AssessmentHandler.Resource, "/m/social-linkage/parts");
        AssessmentCard.Map(routes.Pages);
        routes.MapPages();
    }
}
