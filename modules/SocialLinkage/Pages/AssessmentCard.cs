using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.SocialLinkage.Assessments;

namespace UnifiedPlatform.SocialLinkage.Pages;

/// <summary>The card on the resident's page.</summary>
internal static class AssessmentCard
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/card/{residentId}", async (ResidentId residentId, AssessmentHistory history, CancellationToken cancellationToken) =>
            PageResults.Fragment<AssessmentCardContent>(new { Tasks = await history.OfResidentAsync(residentId, cancellationToken) }))
        .Needs(SocialPermissions.AssessmentView);
}
