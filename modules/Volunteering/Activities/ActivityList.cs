using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Activities;

internal sealed class ActivityList(VolunteeringDbContext database, IAccess access, IResidents residents)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/activities", async (CodeOf<ActivityStatus>? status, int? limit, string? cursor, ActivityList use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.ListAsync(status?.Value, limit, cursor, cancellationToken))).WithName("ListActivities").Needs(VolunteeringPermissions.ActivityView);
        routes.MapGet("/activities/{id:guid}", async (Guid id, ActivityList use, ITexts texts, CancellationToken cancellationToken) =>
            await use.FindAsync(id, cancellationToken) is { } activity ? TypedResults.Ok(activity) : (IResult)Refusals.ActivityUnknown(texts).ToResult())
            .WithName("ShowActivity").Needs(VolunteeringPermissions.ActivityView);
    }

    public async ValueTask<Page<ActivityView>> ListAsync(ActivityStatus? status, int? limit, string? cursor, CancellationToken cancellationToken) =>
        (await Cursor.ReadAsync(Visible.Where(x => status == null || x.Status == status).OrderByDescending(x => x.StartsAt).ThenBy(x => x.Id), limit, cursor, cancellationToken)).Select(ActivityView.Of);

    /// <summary>Null: none, or none the reader may see.</summary>
    public async ValueTask<ActivityView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Visible.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is { } activity ? ActivityView.Of(activity) : null;

    /// <summary>Who has a place; empty for readers who may not see volunteers.</summary>
    public async ValueTask<IReadOnlyList<SignUpView>> SignUpsAsync(Guid activity, CancellationToken cancellationToken)
    {
        var volunteers = access.Query<Volunteer>(database, VolunteeringPermissions.VolunteerView).AsNoTracking();
        var rows = await (from signUp in database.SignUps.AsNoTracking() join volunteer in volunteers on signUp.VolunteerId equals volunteer.Id
                          where signUp.ActivityId == activity orderby signUp.At select new { volunteer.Id, volunteer.Resident, signUp.At }).ToListAsync(cancellationToken);
        var people = await residents.SummariesAsync([.. rows.Select(x => x.Resident)], cancellationToken);
        return [.. rows.Select(x => new SignUpView(x.Id, people.GetValueOrDefault(x.Resident)?.Name ?? "", x.At))];
    }

    private IQueryable<Activity> Visible => access.Query<Activity>(database, VolunteeringPermissions.ActivityView).AsNoTracking();
}
