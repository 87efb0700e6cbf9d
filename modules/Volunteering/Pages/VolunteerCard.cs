using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pages;

/// <summary>The card on the resident's page.</summary>
internal static class VolunteerCard
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/card/{residentId}", async (ResidentId residentId, VolunteerList volunteers, CancellationToken cancellationToken) =>
            PageResults.Fragment<VolunteerCardContent>(new { Volunteer = await volunteers.OfResidentAsync(residentId, cancellationToken) }))
        .Needs(VolunteeringPermissions.VolunteerView);
}
