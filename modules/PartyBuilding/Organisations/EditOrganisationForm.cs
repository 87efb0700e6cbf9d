using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.PartyBuilding.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.PartyBuilding.Organisations;

internal static class EditOrganisationForm
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations/{id:guid}", async (Guid id, FormState form, EditOrganisation use, IShell shell, CancellationToken cancellationToken) =>
        {
            var (founded, ends) = (form.Day("founded", shell), form.Day("ends", shell));
            var secretary = Guid.TryParse(form["secretary"], out var chosen) ? new ResidentId(chosen) : (ResidentId?)null;
            var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
            var refusal = form.Errors.Any ? null : await use.RunAsync(id, new EditOrganisationRequest(form["name"], version, secretary, founded, ends), cancellationToken);
            if (refusal is not null) form.Errors.Add(refusal.Extensions?["field"] as string ?? "", refusal.Detail);
            return form.Errors.Any ? PageResults.Again<OrganisationPage>(form, new { Id = id }, refusal?.Status ?? 422) : PageResults.SeeOther($"/m/party-building/organisations/{id}");
        })
        .Needs(PartyPermissions.OrganisationEdit).Changes();
}
