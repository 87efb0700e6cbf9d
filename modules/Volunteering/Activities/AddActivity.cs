using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Activities;

/// <param name="Region">Community or town where it takes place.</param>
/// <param name="Risky">Whether somebody may come to harm: then it is published with an insurance policy only.</param>
public sealed record AddActivityRequest(string Title, string Place, string Region, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places, bool Risky = false, string? InsurancePolicy = null);

public sealed record AddActivityResponse(Guid Id, ActivityStatus Status);

internal sealed class AddActivity(VolunteeringDbContext database, IAccess access, IAudit audit, IRegions regions, ITexts texts)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(16);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/activities", async (AddActivityRequest request, AddActivity use, CancellationToken cancellationToken) =>
        {
            var (activity, refusal) = await use.RunAsync(request, cancellationToken);
            return activity is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/volunteering/api/activities/{activity.Id}", new AddActivityResponse(activity.Id, activity.Status)); // one of both is set
        })
        .WithName(nameof(AddActivity)).Needs(VolunteeringPermissions.ActivityEdit).Changes();

    public async ValueTask<(Activity? Activity, Refusal? Refusal)> RunAsync(AddActivityRequest request, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault) return (null, fault);
        var activity = new Activity
        {
            Title = request.Title.Trim(), Place = request.Place.Trim(), StartsAt = request.StartsAt, EndsAt = request.EndsAt, Places = request.Places, Risky = request.Risky, InsurancePolicy = request.InsurancePolicy?.Trim(),
        };
        (activity.Scope.Region, activity.Scope.Dept) = (request.Region, VolunteeringModule.Department);
        if (access.Check(VolunteeringPermissions.ActivityEdit, activity) != Decision.Allowed) return (null, Refusals.OutOfScope(texts));
        database.Add(activity);
        audit.Changed(database, new AuditEntry("create", "volunteering.activity", activity.Id.ToString("D")));
        await database.SaveChangesAsync(cancellationToken);
        return (activity, null);
    }

    private Refusal? Fault(AddActivityRequest request)
    {
        if (request.Title.Trim() is { Length: 0 or > Activity.TitleLength }) return Refusals.Invalid("title", texts.Format(Keys.ActivityTitleRule, Activity.TitleLength));
        if (request.Place.Trim() is { Length: 0 or > Activity.PlaceLength }) return Refusals.Invalid("place", texts.Format(Keys.ActivityPlaceRule, Activity.PlaceLength));
        if (request.Region.Length < 9 || regions.Find(request.Region) is null) return Refusals.Invalid("region", texts[Keys.VolunteerRegionRule]);
        if (request.Places is < 1 or > Activity.MostPlaces) return Refusals.Invalid("places", texts.Format(Keys.ActivityPlacesRule, Activity.MostPlaces));
        return request.EndsAt <= request.StartsAt || request.EndsAt - request.StartsAt > Longest ? Refusals.Invalid("endsAt", texts.Format(Keys.ActivityTimesRule, (int)Longest.TotalHours)) : null;
    }
}
