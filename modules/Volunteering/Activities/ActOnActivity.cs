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

namespace UnifiedPlatform.Volunteering.Activities;

public sealed record ActOnActivityRequest(ActivityAction Action);

public sealed record ActOnActivityResponse(Guid Id, ActivityStatus Status);

internal sealed class ActOnActivity(VolunteeringDbContext database, IAccess access, IAudit audit, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/activities/{id:guid}/actions", async (Guid id, ActOnActivityRequest request, ActOnActivity use, CancellationToken cancellationToken) =>
        {
            var (activity, refusal) = await use.RunAsync(id, request.Action, cancellationToken);
            return activity is null ? refusal!.ToResult() : (IResult)TypedResults.Ok(new ActOnActivityResponse(activity.Id, activity.Status)); // one of both is set
        })
        .WithName(nameof(ActOnActivity)).Needs(VolunteeringPermissions.ActivityEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/activities/{id:guid}/actions", async (Guid id, FormState form, ActOnActivity use, ITexts texts, CancellationToken cancellationToken) =>
        {
            var action = Code.Read<ActivityAction>(form["action"]);
            var refusal = action is { } chosen ? (await use.RunAsync(id, chosen, cancellationToken)).Refusal : Refusals.Invalid("action", texts[Keys.ActionMissing]);
            if (refusal is null) return PageResults.SeeOther($"/m/volunteering/activities/{id}");
            form.Errors.Add("action", refusal.Detail);
            return PageResults.Again<ActivityPage>(form, new { Id = id }, refusal.Status);
        })
        .Needs(VolunteeringPermissions.ActivityEdit).Changes();

    public async ValueTask<(Activity? Activity, Refusal? Refusal)> RunAsync(Guid id, ActivityAction action, CancellationToken cancellationToken)
    {
        var activity = await access.Query<Activity>(database, VolunteeringPermissions.ActivityEdit).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (activity is null) return (null, Refusals.ActivityUnknown(texts));
        if (action == ActivityAction.Publish && !activity.Insured) return (null, Refusals.Uninsured(texts));
        if (!activity.Apply(action)) return (null, Refusals.WrongState("activity", activity.Status, activity.Possible, texts));
        audit.Changed(database, new AuditEntry("decide", "volunteering.activity", id.ToString("D")) { Fields = ["status"], Reason = Code.Of(action) });
        await database.SaveChangesAsync(cancellationToken);
        return (activity, null);
    }
}
