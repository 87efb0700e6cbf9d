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
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Hours;

/// <param name="Reason">Reason of a rejection.</param>
public sealed record ActOnHoursRequest(HoursAction Action, string? Reason = null);

internal sealed class ActOnHours(VolunteeringDbContext database, IAccess access, IAudit audit, HoursLocking locking, TimeProvider clock, ITexts texts)
{
    public const int ReasonLength = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hours/{id:guid}/actions", async (Guid id, ActOnHoursRequest request, ActOnHours use, CancellationToken cancellationToken) =>
        {
            var (record, refusal) = await use.RunAsync(id, request, cancellationToken);
            return record is null ? refusal!.ToResult() : (IResult)TypedResults.Ok(new HoursResponse(record.Id, record.Status)); // one of both is set
        })
        .WithName(nameof(ActOnHours)).Needs(VolunteeringPermissions.HoursApprove).Changes();

    public async ValueTask<(HoursRecord? Record, Refusal? Refusal)> RunAsync(Guid id, ActOnHoursRequest request, CancellationToken cancellationToken)
    {
        var record = await access.Query<HoursRecord>(database, VolunteeringPermissions.HoursApprove).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (record is null) return (null, Refusals.HoursUnknown(texts));
        var me = access.Actor.Account.Value;
        if (HoursRecord.Next(record.Status, request.Action) is null) return (null, Refusals.WrongState("hours", record.Status, record.Possible, texts));
        if (request.Action == HoursAction.Confirm && !record.MayConfirm(me)) return (null, Refusals.OwnProposal(texts));
        if (request.Action == HoursAction.Reject && (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > ReasonLength)) return (null, Refusals.Invalid("reason", texts.Format(Keys.HoursReasonRule, ReasonLength)));

        if (request.Action == HoursAction.Lock)
        {
            await locking.LockAsync(record, me, cancellationToken);
        }
        else
        {
            record.Apply(request.Action, me, clock.GetUtcNow(), request.Reason?.Trim());
            audit.Changed(database, new AuditEntry("decide", "volunteering.hours", id.ToString("D")) { Subjects = [record.Resident.Value], CaseNumber = record.CaseNumber, Fields = ["status"], Reason = Code.Of(request.Action) });
        }
        await database.SaveChangesAsync(cancellationToken);
        return (record, null);
    }
}
