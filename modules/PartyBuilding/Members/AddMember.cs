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

namespace UnifiedPlatform.PartyBuilding.Members;

/// <param name="ConfirmedOn">转正日期; null: probationary.</param>
public sealed record AddMemberRequest(ResidentId ResidentId, Guid OrganisationId, DateOnly JoinedOn, DateOnly? ConfirmedOn = null);

public sealed record AddMemberResponse(Guid Id, MemberStatus Status);

internal sealed class AddMember(PartyDbContext database, IAccess access, IAudit audit, IWorkCalendar calendar, MembershipFact fact, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/members", async (AddMemberRequest request, AddMember use, CancellationToken cancellationToken) =>
        {
            var (member, refusal) = await use.RunAsync(request, cancellationToken);
            return member is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/party-building/api/members/{member.Id}", new AddMemberResponse(member.Id, member.Status)); // one of both is set
        })
        .WithName(nameof(AddMember)).Needs(PartyPermissions.MemberEdit).Changes();

    public async ValueTask<(PartyMember? Member, Refusal? Refusal)> RunAsync(AddMemberRequest request, CancellationToken cancellationToken)
    {
        if (request.JoinedOn > calendar.Today || request.ConfirmedOn > calendar.Today) return (null, PartyRefusals.Invalid("joinedOn", texts[Keys.MemberDateFuture]));
        if (request.ConfirmedOn < request.JoinedOn.AddYears(1)) return (null, PartyRefusals.Invalid("confirmedOn", texts[Keys.MemberConfirmedRule]));
        var organisation = await access.Query<Organisations.PartyOrganisation>(database, PartyPermissions.OrganisationView).SingleOrDefaultAsync(x => x.Id == request.OrganisationId, cancellationToken);
        if (organisation is null) return (null, PartyRefusals.OrganisationUnknown(texts));
        if (await database.Members.BeyondAccess("one person has one record, wherever it is kept").AnyAsync(x => x.Resident == request.ResidentId, cancellationToken)) return (null, PartyRefusals.MemberExists(texts));

        var member = PartyMember.Join(request.ResidentId, organisation.Id, request.JoinedOn, request.ConfirmedOn);
        (member.Scope.Region, member.Scope.Dept) = (organisation.Scope.Region, PartyBuildingModule.Department);
        if (access.Check(PartyPermissions.MemberEdit, member) != Decision.Allowed) return (null, PartyRefusals.OutOfScope(texts));
        database.Add(member);
        fact.Publish(member);
        audit.Changed(database, new AuditEntry("create", "party-building.member", member.Id.ToString("D")) { Subjects = [member.Resident.Value] });
        await database.SaveChangesAsync(cancellationToken);
        return (member, null);
    }
}
