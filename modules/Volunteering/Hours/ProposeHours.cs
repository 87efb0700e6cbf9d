using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Hours;

/// <param name="StartsAt">When the service began.</param>
/// <param name="Minutes">Minutes really given; travel, meals and rest do not count.</param>
/// <param name="Content">What was done, without names.</param>
/// <param name="ActivityId">Activity it belongs to; exactly one of activity and case.</param>
/// <param name="CaseNumber">Case of the pairing it belongs to.</param>
public sealed record ProposeHoursRequest(Guid VolunteerId, DateTimeOffset StartsAt, int Minutes, string Content, Guid? ActivityId = null, string? CaseNumber = null);

public sealed record HoursResponse(Guid Id, HoursStatus Status);

internal sealed class ProposeHours(VolunteeringDbContext database, IAccess access, IAudit audit, IWorkCalendar calendar, TimeProvider clock, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hours", async (ProposeHoursRequest request, ProposeHours use, CancellationToken cancellationToken) =>
        {
            var (record, refusal) = await use.RunAsync(request, cancellationToken);
            return record is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/volunteering/api/hours/{record.Id}", new HoursResponse(record.Id, record.Status)); // one of both is set
        })
        .WithName(nameof(ProposeHours)).Needs(VolunteeringPermissions.HoursEdit).Changes();

    public async ValueTask<(HoursRecord? Record, Refusal? Refusal)> RunAsync(ProposeHoursRequest request, CancellationToken cancellationToken)
    {
        var (start, end) = (request.StartsAt.ToUniversalTime(), request.StartsAt.ToUniversalTime().AddMinutes(Math.Clamp(request.Minutes, 0, HoursRecord.MostMinutesADay)));
        if (request.Minutes is < 1 or > HoursRecord.MostMinutesADay) return (null, Refusals.Invalid("minutes", texts[Keys.HoursMinutesRule]));
        if (request.Content.Trim() is { Length: 0 or > HoursRecord.ContentLength }) return (null, Refusals.Invalid("content", texts.Format(Keys.HoursContentRule, HoursRecord.ContentLength)));
        if (end > clock.GetUtcNow()) return (null, Refusals.Invalid("startsAt", texts[Keys.HoursFuture]));
        if (request.ActivityId is null == request.CaseNumber is null) return (null, Refusals.Invalid("activityId", texts[Keys.HoursOneReason]));
        if (await VolunteerTurn.TakeAsync(database, access, request.VolunteerId, VolunteeringPermissions.HoursEdit, cancellationToken) is not { } volunteer) return (null, Refusals.VolunteerUnknown(texts));
        if (await UnfoundedAsync(request, start, end, cancellationToken) is { } unfounded) return (null, unfounded);

        var day = calendar.DayOf(start);
        var others = database.Hours.BeyondAccess("hours overlap wherever they were given").Where(x => x.VolunteerId == volunteer.Id && x.Status != HoursStatus.Rejected && x.CorrectionOf == null);
        if (await others.AnyAsync(x => x.StartsAt < end && start < x.EndsAt, cancellationToken)) return (null, Refusals.Overlap(texts));
        if (await others.Where(x => x.Day == day).SumAsync(x => x.Minutes, cancellationToken) + request.Minutes > HoursRecord.MostMinutesADay) return (null, Refusals.Invalid("minutes", texts[Keys.HoursMinutesRule]));

        var record = new HoursRecord
        {
            VolunteerId = volunteer.Id, Resident = volunteer.Resident, Day = day, StartsAt = start, EndsAt = end, Minutes = request.Minutes, Content = request.Content.Trim(),
            ActivityId = request.ActivityId, CaseNumber = request.CaseNumber, ProposedBy = access.Actor.Account.Value, ProposedAt = clock.GetUtcNow(),
        };
        (record.Scope.Region, record.Scope.Dept) = (volunteer.Scope.Region, volunteer.Scope.Dept);
        database.Add(record);
        audit.Changed(database, new AuditEntry("create", "volunteering.hours", record.Id.ToString("D")) { Subjects = [volunteer.Resident.Value], CaseNumber = request.CaseNumber });
        await database.SaveChangesAsync(cancellationToken);
        return (record, null);
    }

    /// <summary>Hours need a place in an activity, within its time, or a pairing with the case.</summary>
    private async Task<Refusal?> UnfoundedAsync(ProposeHoursRequest request, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (request.ActivityId is { } id)
        {
            var activity = await database.Activities.BeyondAccess("the sign-up says whether it may be named").AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && (x.Status == ActivityStatus.Published || x.Status == ActivityStatus.Finished), cancellationToken);
            if (activity is null || !await database.SignUps.AnyAsync(x => x.ActivityId == id && x.VolunteerId == request.VolunteerId, cancellationToken)) return Refusals.NotSignedUp(texts);
            return start < activity.StartsAt || end > activity.EndsAt ? Refusals.Invalid("startsAt", texts[Keys.HoursOutsideActivity]) : null;
        }
        var paired = await database.Pairings.BeyondAccess("the pairing says whether it may be named").AnyAsync(x => x.CaseNumber == request.CaseNumber && x.VolunteerId == request.VolunteerId
            && (x.Status == PartTaskStatus.Reported || x.Status == PartTaskStatus.Done), cancellationToken);
        return paired ? null : Refusals.Invalid("caseNumber", texts[Keys.HoursNotPaired]);
    }
}
