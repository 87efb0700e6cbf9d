using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.SocialLinkage.Data;
using UnifiedPlatform.SocialLinkage.Pages;

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <param name="LicenceUntil">New last day, for a renewal.</param>
/// <param name="Version">Row version that was read; another one meanwhile → 409. Null: whatever it is now.</param>
public sealed record ActOnSocialOrganisationRequest(OrganisationAction Action, DateOnly? LicenceUntil = null, int? Version = null);

internal sealed class ActOnOrganisation(SocialDbContext database, IAccess access, IAudit audit, IWorkCalendar calendar, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations/{id:guid}/actions", async (Guid id, ActOnSocialOrganisationRequest request, ActOnOrganisation use, CancellationToken cancellationToken) =>
        {
            var (organisation, refusal) = await use.RunAsync(id, request, cancellationToken);
            return organisation is null ? refusal!.ToResult() : (IResult)TypedResults.Ok(OrganisationView.Of(organisation)); // one of both is set
        })
        .WithName("ActOnSocialOrganisation").Needs(SocialPermissions.OrganisationEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations/{id:guid}/actions", async (Guid id, FormState form, ActOnOrganisation use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : (int?)null;
            var (action, until) = (Code.Read<OrganisationAction>(form["action"]), form.Day("until", shell));
            var refusal = form.Errors.Any ? null : action is { } chosen ? (await use.RunAsync(id, new ActOnSocialOrganisationRequest(chosen, until, seen), cancellationToken)).Refusal : Refusals.Invalid("action", texts[Keys.ActionMissing]);
            if (refusal is not null) form.Errors.Add(refusal.Extensions?.GetValueOrDefault("field") as string is "licenceUntil" ? "until" : "action", refusal.Detail);
            return form.Errors.Any ? PageResults.Again<OrganisationPage>(form, new { Id = id }, refusal?.Status ?? 422) : PageResults.SeeOther($"/m/social-linkage/organisations/{id}");
        })
        .Needs(SocialPermissions.OrganisationEdit).Changes();

    public async ValueTask<(SocialOrganisation? Organisation, Refusal? Refusal)> RunAsync(Guid id, ActOnSocialOrganisationRequest request, CancellationToken cancellationToken)
    {
        var organisation = await access.Query<SocialOrganisation>(database, SocialPermissions.OrganisationEdit).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (organisation is null) return (null, Refusals.OrganisationUnknown(texts));
        if (request.Version is { } read && read != organisation.Version) return (null, Refusals.Changed(texts));
        if (request.Action == OrganisationAction.Renew && (request.LicenceUntil is null || request.LicenceUntil < calendar.Today)) return (null, Refusals.Invalid("licenceUntil", texts[Keys.OrganisationRenewRule]));
        var done = request.Action == OrganisationAction.Renew ? organisation.Renew(request.LicenceUntil, calendar.Today) : organisation.End();
        if (!done) return (null, Refusals.WrongState(organisation, texts));
        audit.Changed(database, new AuditEntry("edit", "social-linkage.organisation", id.ToString("D")) { Fields = ["licenceUntil", "licence"], Reason = Code.Of(request.Action) });
        await database.SaveChangesAsync(cancellationToken);
        return (organisation, null);
    }
}
