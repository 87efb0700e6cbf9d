using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.PartyBuilding.Members;

public sealed record ActOnMemberRequest(MemberAction Action);

public sealed record ActOnMemberResponse(Guid Id, MemberStatus Status);

internal sealed class ActOnMember(PartyDbContext database, IAccess access, IAudit audit, IWorkCalendar calendar, MembershipFact fact, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/members/{id:guid}/actions", async (Guid id, ActOnMemberRequest request, ActOnMember use, CancellationToken cancellationToken) =>
        {
            var (member, refusal) = await use.RunAsync(id, request.Action, cancellationToken);
            return member is null ? refusal!.ToResult() : (IResult)TypedResults.Ok(new ActOnMemberResponse(member.Id, member.Status)); // one of both is set
        })
        .WithName(nameof(ActOnMember)).Needs(PartyPermissions.MemberEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/members/{id:guid}/actions", async (Guid id, FormState form, ActOnMember use, ITexts texts, CancellationToken cancellationToken) =>
        {
            if (Code.Read<MemberAction>(form["action"]) is not { } action)
            {
                form.Errors.Add("action", texts[Keys.MemberActionMissing]);
                return PageResults.Again<MemberPage>(form, new { Id = id });
            }
            var (_, refusal) = await use.RunAsync(id, action, cancellationToken);
            if (refusal is null) return PageResults.SeeOther($"/m/party-building/members/{id}");
            form.Errors.Add("action", refusal.Detail);
            return PageResults.Again<MemberPage>(form, new { Id = id }, refusal.Status);
        })
        .Needs(PartyPermissions.MemberEdit).Changes();

    public async ValueTask<(PartyMember? Member, Refusal? Refusal)> RunAsync(Guid id, MemberAction action, CancellationToken cancellationToken)
    {
        var member = await access.Query<PartyMember>(database, PartyPermissions.MemberEdit).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (member is null) return (null, PartyRefusals.MemberUnknown(texts));
        var counted = member.IsMember;
        if (!member.Apply(action, calendar.Today)) return (null, PartyRefusals.WrongState(member, texts));
        if (counted != member.IsMember) fact.Publish(member);
        audit.Changed(database, new AuditEntry("decide", "party-building.member", id.ToString("D")) { Subjects = [member.Resident.Value], Fields = ["status"], Reason = Code.Of(action) });
        await database.SaveChangesAsync(cancellationToken);
        return (member, null);
    }
}
