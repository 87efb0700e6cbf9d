using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.PartyBuilding.Pages;

/// <summary>The card on the resident's page.</summary>
internal static class MembershipCard
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/card/{residentId}", async (ResidentId residentId, MemberList members, CancellationToken cancellationToken) =>
            PageResults.Fragment<MembershipCardContent>(new { Member = await members.OfResidentAsync(residentId, cancellationToken) }))
        .Needs(PartyPermissions.MemberView);
}
