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
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <param name="Version">Row version that was read; another one meanwhile → 409.</param>
public sealed record EditOrganisationRequest(string Name, int Version, ResidentId? Secretary = null, DateOnly? FoundedOn = null, DateOnly? TermEndsOn = null);

internal sealed class EditOrganisation(PartyDbContext database, IAccess access, IAudit audit, IWorkCalendar calendar, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/organisations/{id:guid}", async (Guid id, EditOrganisationRequest request, EditOrganisation use, CancellationToken cancellationToken) =>
            await use.RunAsync(id, request, cancellationToken) is { } refusal ? refusal.ToResult() : (IResult)TypedResults.NoContent())
        .WithName(nameof(EditOrganisation)).Needs(PartyPermissions.OrganisationEdit).Changes();

    public async ValueTask<Refusal?> RunAsync(Guid id, EditOrganisationRequest request, CancellationToken cancellationToken)
    {
        if (request.Name.Trim() is { Length: 0 or > PartyOrganisation.NameLength }) return PartyRefusals.Invalid("name", texts.Format(Keys.OrganisationNameRule, PartyOrganisation.NameLength));
        var organisation = await access.Query<PartyOrganisation>(database, PartyPermissions.OrganisationEdit).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (organisation is null) return PartyRefusals.OrganisationUnknown(texts);
        if (organisation.Version != request.Version) return PartyRefusals.Changed(texts);
        (organisation.Name, organisation.SecretaryId, organisation.FoundedOn) = (request.Name.Trim(), request.Secretary?.Value, request.FoundedOn);
        organisation.EndTermOn(request.TermEndsOn, calendar.Today);
        audit.Changed(database, new AuditEntry("edit", "party-building.organisation", id.ToString("D")) { Fields = ["name", "secretary", "foundedOn", "termEndsOn"] });
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }
}
