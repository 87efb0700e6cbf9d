using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.PartyBuilding.Contacts;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Minutes;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.PartyBuilding.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Web.Imports;
using UnifiedPlatform.Sdk.Web.Parts;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.PartyBuilding;

/// <summary>Party organisations, members, their contacts with households and the service minutes that arrive by exchange.</summary>
public sealed class PartyBuildingModule : IModule
{
    /// <summary>Organisation code of the Party affairs office.</summary>
    internal const string Department = "0101";

    public void ConfigureServices(IModuleServices module)
    {
        module.AddDatabase<PartyDbContext>();
        module.AddPolicy<OrganisationPolicy>().AddPolicy<MemberPolicy>().AddPolicy<MinutesPolicy>();
        module.AddPartDesk<ContactTask, PartyDbContext, ContactHandler>(ContactHandler.Resource);
        module.Services.AddScoped<MembershipFact>().AddScoped<MemberList>().AddScoped<MinutesList>().AddScoped<ListOrganisations>()
            .AddScoped<AddOrganisation>().AddScoped<EditOrganisation>().AddScoped<AddMember>().AddScoped<ActOnMember>().AddScoped<ImportMembers>().AddScoped<AnswerContact>();
    }

    public void Map(IModuleRoutes routes)
    {
        var api = routes.Api.MapGroup("").WithTags("Party building");
        ListOrganisations.Map(api);
        AddOrganisation.Map(api);
        EditOrganisation.Map(api);
        ListMembers.Map(api);
        AddMember.Map(api);
        ActOnMember.Map(api);
        api.MapCsvImport<ImportMembers>("/members/import", "ImportMembers", "party-members.csv", PartyPermissions.MemberImport);
        var contacts = api.MapGroup("/contacts");
        contacts.MapPartDesk<ContactTask>(ContactHandler.Resource);
        AnswerContact.Map(contacts);

        EditOrganisationForm.Map(routes.Pages);
        ActOnMember.MapForm(routes.Pages);
        routes.Pages.MapCsvImportForms<ImportMembers, MemberImportPage>("/members/import", PartyPermissions.MemberImport, "/m/party-building/members");
        AnswerContact.MapForm(routes.Pages);
        routes.Pages.MapPartForms<ContactTask, ContactPage>(ContactHandler.Resource, "/m/party-building/parts");
        MembershipCard.Map(routes.Pages);
        routes.MapPages();
    }
}
