using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Pages;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Activities;

public sealed record SignUpRequest(Guid VolunteerId);

public sealed record SignUpResponse(Guid Id, int Free);

/// <summary>Gives and takes back places. Two at once stand in line at the volunteer's row and at the activity's row, so neither a place nor an hour is given twice.</summary>
internal sealed class SignUpVolunteer(VolunteeringDbContext database, IAccess access, IAudit audit, TimeProvider clock, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/activities/{id:guid}/sign-ups", async (Guid id, SignUpRequest request, SignUpVolunteer use, CancellationToken cancellationToken) =>
        {
            var (response, refusal) = await use.AddAsync(id, request.VolunteerId, cancellationToken);
            return response is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/volunteering/api/activities/{id}", response); // one of both is set
        })
        .WithName(nameof(SignUpVolunteer)).Needs(VolunteeringPermissions.ActivityEdit).Changes();
        routes.MapDelete("/activities/{id:guid}/sign-ups/{volunteerId:guid}", async (Guid id, Guid volunteerId, SignUpVolunteer use, CancellationToken cancellationToken) =>
            await use.RemoveAsync(id, volunteerId, cancellationToken) is { } refusal ? refusal.ToResult() : (IResult)TypedResults.NoContent())
            .WithName("WithdrawSignUp").Needs(VolunteeringPermissions.ActivityEdit).Changes();
    }

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/activities/{id:guid}/sign-ups", async (Guid id, FormState form, SignUpVolunteer use, ITexts texts, CancellationToken cancellationToken) =>
        {
            var refusal = !Guid.TryParse(form["volunteer"], out var volunteer) ? Refusals.Invalid("volunteer", texts[Keys.VolunteerMissing])
                : form.Flag("withdraw") ? await use.RemoveAsync(id, volunteer, cancellationToken) : (await use.AddAsync(id, volunteer, cancellationToken)).Refusal;
            if (refusal is null) return PageResults.SeeOther($"/m/volunteering/activities/{id}");
            form.Errors.Add("volunteer", refusal.Detail);
            return PageResults.Again<ActivityPage>(form, new { Id = id }, refusal.Status);
        })
        .Needs(VolunteeringPermissions.ActivityEdit).Changes();

    public async ValueTask<(SignUpResponse? Response, Refusal? Refusal)> AddAsync(Guid id, Guid volunteerId, CancellationToken cancellationToken)
    {
        var activity = await access.Query<Activity>(database, VolunteeringPermissions.ActivityEdit).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (activity is null) return (null, Refusals.ActivityUnknown(texts));
        if (await VolunteerTurn.TakeAsync(database, access, volunteerId, VolunteeringPermissions.VolunteerView, cancellationToken) is not { } volunteer) return (null, Refusals.VolunteerUnknown(texts));
        if (Unfit(activity, volunteer) is { } unfit) return (null, unfit);
        if (await database.SignUps.AnyAsync(x => x.ActivityId == id && x.VolunteerId == volunteerId, cancellationToken)) return (null, Refusals.SignedUp(texts));
        if (await OverlapsAsync(activity, volunteerId, cancellationToken)) return (null, Refusals.Overlap(texts));

        var placed = await database.Activities.Where(x => x.Id == id && x.Status == ActivityStatus.Published && x.Taken < x.Places)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.Taken, y => y.Taken + 1).SetProperty(y => y.Version, y => y.Version + 1), cancellationToken);
        if (placed == 0) return (null, Refusals.ActivityFull(texts));
        var signUp = new SignUp { ActivityId = id, VolunteerId = volunteerId, At = clock.GetUtcNow() };
        database.Add(signUp);
        audit.Changed(database, new AuditEntry("create", "volunteering.activity", id.ToString("D")) { Subjects = [volunteer.Resident.Value], Fields = ["signUp"] });
        await database.SaveChangesAsync(cancellationToken);
        return (new SignUpResponse(signUp.Id, await database.Activities.Where(x => x.Id == id).Select(x => x.Places - x.Taken).SingleAsync(cancellationToken)), null);
    }

    public async ValueTask<Refusal?> RemoveAsync(Guid id, Guid volunteerId, CancellationToken cancellationToken)
    {
        var activity = await access.Query<Activity>(database, VolunteeringPermissions.ActivityEdit).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (activity is null) return Refusals.ActivityUnknown(texts);
        if (activity.Status != ActivityStatus.Published) return Refusals.WrongState("activity", activity.Status, activity.Possible, texts);
        if (await database.SignUps.Where(x => x.ActivityId == id && x.VolunteerId == volunteerId).ExecuteDeleteAsync(cancellationToken) == 0) return Refusals.NotSignedUp(texts);
        await database.Activities.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(y => y.Taken, y => y.Taken - 1).SetProperty(y => y.Version, y => y.Version + 1), cancellationToken);
        audit.Changed(database, new AuditEntry("delete", "volunteering.activity", id.ToString("D")) { Fields = ["signUp"] });
        return null;
    }

    private Refusal? Unfit(Activity activity, Volunteer volunteer)
    {
        if (activity.Status != ActivityStatus.Published || activity.EndsAt <= clock.GetUtcNow()) return Refusals.ActivityClosed(texts);
        if (!volunteer.IsActive) return Refusals.VolunteerInactive(texts);
        return activity.Risky && volunteer.Age != AgeRule.Adult ? Refusals.Invalid("volunteerId", texts[Keys.ActivityAdultsOnly]) : null;
    }

    private Task<bool> OverlapsAsync(Activity activity, Guid volunteerId, CancellationToken cancellationToken) =>
        (from signUp in database.SignUps join other in database.Activities.BeyondAccess("activities overlap wherever they are") on signUp.ActivityId equals other.Id
         where signUp.VolunteerId == volunteerId && other.Status == ActivityStatus.Published && other.StartsAt < activity.EndsAt && activity.StartsAt < other.EndsAt
         select other.Id).AnyAsync(cancellationToken);
}
