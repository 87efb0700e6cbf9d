using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Hours;

/// <param name="Minutes">The right number of minutes; 0 takes the record back.</param>
/// <param name="Reason">Why, without names.</param>
public sealed record CorrectHoursRequest(int Minutes, string Reason);

/// <summary>A locked record never changes: its correction is a record of its own with the signed difference, confirmed and locked like any other.</summary>
internal sealed class CorrectHours(VolunteeringDbContext database, IAccess access, IAudit audit, TimeProvider clock, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hours/{id:guid}/corrections", async (Guid id, CorrectHoursRequest request, CorrectHours use, CancellationToken cancellationToken) =>
        {
            var (record, refusal) = await use.RunAsync(id, request, cancellationToken);
            return record is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/volunteering/api/hours/{record.Id}", new HoursResponse(record.Id, record.Status)); // one of both is set
        })
        .WithName(nameof(CorrectHours)).Needs(VolunteeringPermissions.HoursEdit).Changes();

    public async ValueTask<(HoursRecord? Record, Refusal? Refusal)> RunAsync(Guid id, CorrectHoursRequest request, CancellationToken cancellationToken)
    {
        if (request.Minutes is < 0 or > HoursRecord.MostMinutesADay) return (null, Refusals.Invalid("minutes", texts[Keys.HoursMinutesRule]));
        if (request.Reason.Trim() is { Length: 0 or > HoursRecord.ContentLength }) return (null, Refusals.Invalid("reason", texts.Format(Keys.HoursContentRule, HoursRecord.ContentLength)));
        var original = await access.Query<HoursRecord>(database, VolunteeringPermissions.HoursEdit).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.CorrectionOf == null, cancellationToken);
        if (original is null) return (null, Refusals.HoursUnknown(texts));
        if (original.Status != HoursStatus.Locked) return (null, Refusals.WrongState("hours", original.Status, original.Possible, texts));
        if (await VolunteerTurn.TakeAsync(database, access, original.VolunteerId, VolunteeringPermissions.HoursEdit, cancellationToken) is null) return (null, Refusals.VolunteerUnknown(texts));

        var corrections = await database.Hours.BeyondAccess("corrections go with the record they correct").AsNoTracking().Where(x => x.CorrectionOf == id && x.Status != HoursStatus.Rejected).ToListAsync(cancellationToken);
        if (corrections.Any(x => x.Status != HoursStatus.Locked)) return (null, new Refusal("volunteering.correction-open", 409, texts[Keys.HoursCorrectionOpen]));
        var difference = request.Minutes - original.Minutes - corrections.Sum(x => x.Minutes);
        if (difference == 0) return (null, Refusals.Invalid("minutes", texts[Keys.HoursNothingToCorrect]));

        var record = new HoursRecord
        {
            VolunteerId = original.VolunteerId, Resident = original.Resident, Day = original.Day, StartsAt = original.StartsAt, EndsAt = original.EndsAt, Minutes = difference, Content = request.Reason.Trim(),
            ActivityId = original.ActivityId, CaseNumber = original.CaseNumber, CorrectionOf = id, ProposedBy = access.Actor.Account.Value, ProposedAt = clock.GetUtcNow(),
        };
        (record.Scope.Region, record.Scope.Dept) = (original.Scope.Region, original.Scope.Dept);
        database.Add(record);
        audit.Changed(database, new AuditEntry("create", "volunteering.hours", record.Id.ToString("D")) { Subjects = [record.Resident.Value], CaseNumber = record.CaseNumber, Fields = ["correctionOf"] });
        await database.SaveChangesAsync(cancellationToken);
        return (record, null);
    }
}
