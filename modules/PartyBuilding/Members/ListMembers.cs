using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.PartyBuilding.Minutes;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.PartyBuilding.Members;

internal static class ListMembers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/members", async (Guid? organisation, CodeOf<MemberStatus>? status, int? limit, string? cursor, MemberList members, CancellationToken cancellationToken) =>
            TypedResults.Ok(await members.ListAsync(organisation, status?.Value, limit, cursor, cancellationToken))).WithName(nameof(ListMembers)).Needs(PartyPermissions.MemberView);
        routes.MapGet("/members/{id:guid}", async (Guid id, MemberList members, ITexts texts, CancellationToken cancellationToken) =>
            await members.FindAsync(id, cancellationToken) is { } member ? TypedResults.Ok(member) : (IResult)PartyRefusals.MemberUnknown(texts).ToResult())
            .WithName("ShowMember").Needs(PartyPermissions.MemberView);
        routes.MapGet("/members/{id:guid}/minutes", async (Guid id, int? limit, string? cursor, MinutesList minutes, CancellationToken cancellationToken) =>
            TypedResults.Ok(await minutes.OfMemberAsync(id, limit, cursor, cancellationToken))).WithName("ListMemberMinutes").Needs(PartyPermissions.MemberView);
    }
}
