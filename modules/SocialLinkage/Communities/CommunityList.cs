using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.SocialLinkage.Assessments;
using UnifiedPlatform.SocialLinkage.Data;
using UnifiedPlatform.SocialLinkage.Organisations;
using UnifiedPlatform.SocialLinkage.Workers;

namespace UnifiedPlatform.SocialLinkage.Communities;

/// <summary>The communities of a town as the division table knows them, with the organisations, social workers and open assessments that the reader may see there.</summary>
internal sealed class CommunityList(SocialDbContext database, IAccess access, IRegions regions)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/communities", async (string? within, CommunityList use, CancellationToken cancellationToken) => TypedResults.Ok(await use.ListAsync(within, cancellationToken)))
        .WithName("ListCommunities").Needs(SocialPermissions.CommunityView);

    /// <param name="within">Town of 9 digits; null: the reader's own.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public async ValueTask<IReadOnlyList<CommunityView>> ListAsync(string? within, CancellationToken cancellationToken)
    {
        var town = within ?? access.Actor.Region;
        if (town is not { Length: >= 9 }) return [];
        var organisations = await CountAsync(Visible<SocialOrganisation>(SocialPermissions.OrganisationView), cancellationToken);
        var workers = await CountAsync(Visible<SocialWorker>(SocialPermissions.WorkerView), cancellationToken);
        var open = await CountAsync(Visible<AssessmentTask>(SocialPermissions.AssessmentView).Where(x => x.Status == PartTaskStatus.Open || x.Status == PartTaskStatus.Taken), cancellationToken);
        return [.. regions.Children(town[..9]).Select(x => new CommunityView(x.Code, x.Name, organisations.GetValueOrDefault(x.Code), workers.GetValueOrDefault(x.Code), open.GetValueOrDefault(x.Code)))];
    }

    private IQueryable<T> Visible<T>(string permission) where T : class, Sdk.Data.IScoped => access.Query<T>(database, permission).AsNoTracking();

    private static Task<Dictionary<string, int>> CountAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken) where T : class, Sdk.Data.IScoped =>
        rows.Where(x => x.Scope.Region != null).GroupBy(x => x.Scope.Region!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken); // null is filtered
}
