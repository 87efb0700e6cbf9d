using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>The tree in the order of its codes, and the list of terms that end, soonest first.</summary>
internal sealed class ListOrganisations(PartyDbContext database, IAccess access, IResidents residents)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organisations", async (int? limit, string? cursor, ListOrganisations use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.TreeAsync(limit, cursor, cancellationToken))).WithName(nameof(ListOrganisations)).Needs(PartyPermissions.OrganisationView);
        routes.MapGet("/organisations/due", async (int? limit, string? cursor, ListOrganisations use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.DueAsync(limit, cursor, cancellationToken))).WithName("ListOrganisationsDue").Needs(PartyPermissions.OrganisationView);
    }

    public ValueTask<Page<OrganisationView>> TreeAsync(int? limit, string? cursor, CancellationToken cancellationToken) =>
        ReadAsync(Visible.OrderBy(x => x.Code), limit, cursor, cancellationToken);

    public ValueTask<Page<OrganisationView>> DueAsync(int? limit, string? cursor, CancellationToken cancellationToken) =>
        ReadAsync(Visible.Where(x => x.TermState == TermState.Overdue || x.TermState == TermState.DueSoon).OrderBy(x => x.TermEndsOn).ThenBy(x => x.Code), limit, cursor, cancellationToken);

    /// <summary>Null: none, or none the reader may see.</summary>
    public async ValueTask<OrganisationView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(Visible.Where(x => x.Id == id).OrderBy(x => x.Code), 1, null, cancellationToken)).Items.SingleOrDefault();

    private IQueryable<PartyOrganisation> Visible => access.Query<PartyOrganisation>(database, PartyPermissions.OrganisationView).AsNoTracking();

    private async ValueTask<Page<OrganisationView>> ReadAsync(IQueryable<PartyOrganisation> ordered, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await Cursor.ReadAsync(ordered, limit, cursor, cancellationToken);
        var ids = page.Items.Select(x => x.Id).ToArray();
        var counts = await database.Members.BeyondAccess("a number of members names nobody").Where(x => ids.Contains(x.OrganisationId) && (x.Status == MemberStatus.Full || x.Status == MemberStatus.Probationary))
            .GroupBy(x => x.OrganisationId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        var secretaries = await residents.SummariesAsync([.. page.Items.Where(x => x.SecretaryId is not null).Select(x => new ResidentId(x.SecretaryId!.Value)).Distinct()], cancellationToken); // filtered
        return page.Select(x => new OrganisationView(x.Id, x.Code, x.ParentId, x.Type, x.Name, x.Scope.Region, x.SecretaryId,
            x.SecretaryId is { } secretary ? secretaries.GetValueOrDefault(new ResidentId(secretary))?.Name : null, x.FoundedOn, x.TermEndsOn, x.TermState, counts.GetValueOrDefault(x.Id), x.Version));
    }
}
