using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>Organisations, the licence that ends first on top, dissolved ones last.</summary>
internal sealed class OrganisationList(SocialDbContext database, IAccess access)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations", async (CodeOf<LicenceState>? licence, int? limit, string? cursor, OrganisationList use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.ListAsync(licence?.Value, limit, cursor, cancellationToken)))
        .WithName("ListSocialOrganisations").Needs(SocialPermissions.OrganisationView);

    public async ValueTask<Page<OrganisationView>> ListAsync(LicenceState? licence, int? limit, string? cursor, CancellationToken cancellationToken) =>
        (await Cursor.ReadAsync(Visible.Where(x => licence == null || x.Licence == licence).OrderBy(x => x.Licence == LicenceState.Ended).ThenBy(x => x.LicenceUntil == null).ThenBy(x => x.LicenceUntil).ThenBy(x => x.Uscc), limit, cursor, cancellationToken))
        .Select(OrganisationView.Of);

    /// <summary>Null: none, or none the reader may see.</summary>
    public async ValueTask<OrganisationView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Visible.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is { } organisation ? OrganisationView.Of(organisation) : null;

    private IQueryable<SocialOrganisation> Visible => access.Query<SocialOrganisation>(database, SocialPermissions.OrganisationView).AsNoTracking();
}
