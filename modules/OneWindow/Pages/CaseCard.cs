using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>The card on the resident's page: open cases.</summary>
internal static class CaseCard
{
    private const int Shown = 5;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/card/{residentId:guid}", async (Guid residentId, CaseQueries cases, CancellationToken cancellationToken) =>
            PageResults.Fragment<CaseCardContent>(new { Lines = await cases.OfResidentAsync(residentId, true, Shown, cancellationToken) }))
        .Needs(OneWindowPermissions.CaseView);
}
