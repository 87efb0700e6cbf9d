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
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Pages;
using UnifiedPlatform.Volunteering.Pairings;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering;

/// <summary>Volunteers, activities with sign-up, pairing with a case, and hours from proposal to publication.</summary>
public sealed class VolunteeringModule : IModule
{
    /// <summary>Organisation code of the volunteering office.</summary>
    internal const string Department = "0205";

    public void ConfigureServices(IModuleServices module)
    {
        module.AddDatabase<VolunteeringDbContext>();
        module.AddPolicy<VolunteerPolicy>().AddPolicy<ActivityPolicy>().AddPolicy<HoursPolicy>();
        module.AddPartDesk<PairingTask, VolunteeringDbContext, PairingHandler>(PairingHandler.Resource);
        module.Services.AddSingleton(LockHoursOptions.Read(module.Configuration));
        module.Services.AddScoped<VolunteerFact>().AddScoped<VolunteerList>().AddScoped<AddVolunteer>().AddScoped<ActOnVolunteer>().AddScoped<ImportVolunteers>()
            .AddScoped<ActivityList>().AddScoped<AddActivity>().AddScoped<ActOnActivity>().AddScoped<SignUpVolunteer>()
            .AddScoped<HoursList>().AddScoped<HoursReasons>().AddScoped<ProposeHours>().AddScoped<HoursLocking>().AddScoped<ActOnHours>().AddScoped<CorrectHours>()
            .AddScoped<Candidates>().AddScoped<AnswerPairing>();
    }

    public void Map(IModuleRoutes routes)
    {
        var api = routes.Api.MapGroup("").WithTags("Volunteering");
        VolunteerList.Map(api);
        AddVolunteer.Map(api);
        ActOnVolunteer.Map(api);
        api.MapCsvImport<ImportVolunteers>("/volunteers/import", "ImportVolunteers", "volunteers.csv", VolunteeringPermissions.VolunteerImport);
        ActivityList.Map(api);
        AddActivity.Map(api);
        ActOnActivity.Map(api);
        SignUpVolunteer.Map(api);
        HoursList.Map(api);
        ProposeHours.Map(api);
        ActOnHours.Map(api);
        CorrectHours.Map(api);
        var pairings = api.MapGroup("/pairings");
        pairings.MapPartDesk<PairingTask>(PairingHandler.Resource);
        Candidates.Map(pairings);
        AnswerPairing.Map(pairings);

        ActOnVolunteer.MapForm(routes.Pages);
        routes.Pages.MapCsvImportForms<ImportVolunteers, VolunteerImportPage>("/volunteers/import", VolunteeringPermissions.VolunteerImport, "/m/volunteering/volunteers");
        AddActivityForm.Map(routes.Pages);
        ActOnActivity.MapForm(routes.Pages);
        SignUpVolunteer.MapForm(routes.Pages);
        HoursForms.Map(routes.Pages);
        AnswerPairing.MapForm(routes.Pages);
        routes.Pages.MapPartForms<PairingTask, PairingPage>(PairingHandler.Resource, "/m/volunteering/parts");
        VolunteerCard.Map(routes.Pages);
        routes.MapPages();
    }
}
