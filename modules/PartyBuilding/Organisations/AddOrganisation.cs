using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <param name="ParentCode">Code of the organisation above; null: a root.</param>
/// <param name="Region">Region served, 9 or 12 digits.</param>
public sealed record AddOrganisationRequest(
    string Code, OrganisationType Type, string Name, string Region, string? ParentCode = null, ResidentId? Secretary = null, DateOnly? FoundedOn = null, DateOnly? TermEndsOn = null);

public sealed record AddOrganisationResponse(Guid Id);

internal sealed class AddOrganisation(PartyDbContext database, IAccess access, IAudit audit, IRegions regions, IWorkCalendar calendar, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations", async (AddOrganisationRequest request, AddOrganisation use, CancellationToken cancellationToken) =>
        {
            var (organisation, refusal) = await use.RunAsync(request, cancellationToken);
            return organisation is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/party-building/api/organisations/{organisation.Id}", new AddOrganisationResponse(organisation.Id)); // one of both is set
        })
        .WithName(nameof(AddOrganisation)).Needs(PartyPermissions.OrganisationEdit).Changes();

    public async ValueTask<(PartyOrganisation? Organisation, Refusal? Refusal)> RunAsync(AddOrganisationRequest request, CancellationToken cancellationToken)
    {
        if (request.Name.Trim() is { Length: 0 or > PartyOrganisation.NameLength }) return (null, PartyRefusals.Invalid("name", texts.Format(Keys.OrganisationNameRule, PartyOrganisation.NameLength)));
        if (regions.Find(request.Region) is null || request.Region.Length < 9) return (null, PartyRefusals.Invalid("region", texts[Keys.OrganisationRegionRule]));
        var parent = request.ParentCode is { } code ? await database.Organisations.BeyondAccess("the parent stands above the actor's scope").SingleOrDefaultAsync(x => x.Code == code, cancellationToken) : null;
        if (request.ParentCode is not null && parent is null) return (null, PartyRefusals.Invalid("parentCode", texts[Keys.OrganisationParentUnknown]));
        if (OrganisationTree.Fault(request.Code, request.Type, parent?.Code, parent?.Type) is { } fault)
            return (null, PartyRefusals.Invalid(fault == OrganisationFault.ParentType ? "type" : "code", texts["organisation.fault." + Code.Of(fault)]));
        if (await database.Organisations.BeyondAccess("a number is given once in all the town").AnyAsync(x => x.Code == request.Code, cancellationToken)) return (null, PartyRefusals.OrganisationExists(texts));

        var organisation = new PartyOrganisation
        {
            Code = request.Code, ParentId = parent?.Id, Type = request.Type, Name = request.Name.Trim(), SecretaryId = request.Secretary?.Value, FoundedOn = request.FoundedOn,
        };
        (organisation.Scope.Region, organisation.Scope.Dept) = (request.Region, PartyBuildingModule.Department);
        organisation.EndTermOn(request.TermEndsOn, calendar.Today);
        if (access.Check(PartyPermissions.OrganisationEdit, organisation) != Decision.Allowed) return (null, PartyRefusals.OutOfScope(texts));

        database.Add(organisation);
        audit.Changed(database, new AuditEntry("create", "party-building.organisation", organisation.Id.ToString("D")));
        await database.SaveChangesAsync(cancellationToken);
        return (organisation, null);
    }
}
