using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Pages;

namespace UnifiedPlatform.Volunteering.Volunteers;

public sealed record ActOnVolunteerRequest(VolunteerAction Action);

public sealed record ActOnVolunteerResponse(Guid Id, VolunteerStatus Status);

internal sealed class ActOnVolunteer(VolunteeringDbContext database, IAccess access, IAudit audit, VolunteerFact fact, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/volunteers/{id:guid}/actions", async (Guid id, ActOnVolunteerRequest request, ActOnVolunteer use, CancellationToken cancellationToken) =>
        {
            var (volunteer, refusal) = await use.RunAsync(id, request.Action, cancellationToken);
            return volunteer is null ? refusal!.ToResult() : (IResult)TypedResults.Ok(new ActOnVolunteerResponse(volunteer.Id, volunteer.Status)); // one of both is set
        })
        .WithName(nameof(ActOnVolunteer)).Needs(VolunteeringPermissions.VolunteerEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/volunteers/{id:guid}/actions", async (Guid id, FormState form, ActOnVolunteer use, ITexts texts, CancellationToken cancellationToken) =>
        {
            var action = Code.Read<VolunteerAction>(form["action"]);
            var refusal = action is { } chosen ? (await use.RunAsync(id, chosen, cancellationToken)).Refusal : Refusals.Invalid("action", texts[Keys.ActionMissing]);
            if (refusal is null) return PageResults.SeeOther($"/m/volunteering/volunteers/{id}");
            form.Errors.Add("action", refusal.Detail);
            return PageResults.Again<VolunteerPage>(form, new { Id = id }, refusal.Status);
        })
        .Needs(VolunteeringPermissions.VolunteerEdit).Changes();

    public async ValueTask<(Volunteer? Volunteer, Refusal? Refusal)> RunAsync(Guid id, VolunteerAction action, CancellationToken cancellationToken)
    {
        var volunteer = await access.Query<Volunteer>(database, VolunteeringPermissions.VolunteerEdit).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (volunteer is null) return (null, Refusals.VolunteerUnknown(texts));
        if (!volunteer.Apply(action)) return (null, Refusals.WrongState("volunteer", volunteer.Status, volunteer.Possible, texts));
        if (action is VolunteerAction.Leave or VolunteerAction.Rejoin) fact.Publish(volunteer);
        audit.Changed(database, new AuditEntry("decide", "volunteering.volunteer", id.ToString("D")) { Subjects = [volunteer.Resident.Value], Fields = ["status"], Reason = Code.Of(action) });
        await database.SaveChangesAsync(cancellationToken);
        return (volunteer, null);
    }
}
