using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <param name="Uscc">Unified social credit code; its first two characters tell the kind.</param>
/// <param name="Region">Town or community where it is registered.</param>
/// <param name="LicenceUntil">Last day of the licence; null: open.</param>
public sealed record AddSocialOrganisationRequest(string Uscc, string Name, string Region, DateOnly? LicenceUntil = null);

public sealed record AddSocialOrganisationResponse(Guid Id, LicenceState Licence);

internal sealed class AddOrganisation(SocialDbContext database, IAccess access, IAudit audit, IRegions regions, IWorkCalendar calendar, ITexts texts, IShell shell)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations", async (AddSocialOrganisationRequest request, AddOrganisation use, CancellationToken cancellationToken) =>
        {
            var (organisation, refusal) = await use.RunAsync(request, cancellationToken);
            return organisation is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/social-linkage/api/organisations/{organisation.Id}", new AddSocialOrganisationResponse(organisation.Id, organisation.Licence)); // one of both is set
        })
        .WithName("AddSocialOrganisation").Needs(SocialPermissions.OrganisationEdit).Changes();

    public async ValueTask<(SocialOrganisation? Organisation, Refusal? Refusal)> RunAsync(AddSocialOrganisationRequest request, CancellationToken cancellationToken)
    {
        if (!UnifiedSocialCreditCode.TryParse(request.Uscc, out var code, out var fault)) return (null, Refusals.Invalid("uscc", fault.In(shell.Texts)));
        if (LicenceRules.KindOf(code.Value) is not { } kind) return (null, Refusals.Invalid("uscc", texts[Keys.OrganisationNotSocial]));
        if (request.Name.Trim() is { Length: 0 or > SocialOrganisation.NameLength }) return (null, Refusals.Invalid("name", texts.Format(Keys.OrganisationNameRule, SocialOrganisation.NameLength)));
        if (request.Region.Length < 9 || regions.Find(request.Region) is null) return (null, Refusals.Invalid("region", texts[Keys.RegionRule]));
        if (await database.Organisations.BeyondAccess("a number is given once in all the town").AnyAsync(x => x.Uscc == code.Value, cancellationToken)) return (null, Refusals.OrganisationExists(texts));

        var organisation = new SocialOrganisation { Uscc = code.Value, Name = request.Name.Trim(), Kind = kind };
        organisation.Renew(request.LicenceUntil, calendar.Today);
        (organisation.Scope.Region, organisation.Scope.Dept) = (request.Region, SocialLinkageModule.Department);
        if (access.Check(SocialPermissions.OrganisationEdit, organisation) != Decision.Allowed) return (null, Refusals.OutOfScope(texts));
        database.Add(organisation);
        audit.Changed(database, new AuditEntry("create", "social-linkage.organisation", organisation.Id.ToString("D")));
        await database.SaveChangesAsync(cancellationToken);
        return (organisation, null);
    }
}
