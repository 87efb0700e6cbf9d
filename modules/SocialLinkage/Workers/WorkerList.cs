using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Workers;

internal sealed class WorkerList(SocialDbContext database, IAccess access, IAudit audit, IResidents residents)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/workers", async (string? community, int? limit, string? cursor, WorkerList use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.ListAsync(community, limit, cursor, cancellationToken)))
        .WithName("ListSocialWorkers").Needs(SocialPermissions.WorkerView);

    public async ValueTask<Page<WorkerView>> ListAsync(string? community, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rows = access.Query<SocialWorker>(database, SocialPermissions.WorkerView).AsNoTracking().Where(x => community == null || x.Community == community);
        var page = await Cursor.ReadAsync(rows.OrderBy(x => x.Community).ThenBy(x => x.Id), limit, cursor, cancellationToken);
        await audit.ReadAsync(new AuditEntry("list", "social-linkage.worker", null) { Subjects = [.. page.Items.Select(x => x.Resident.Value)] }, cancellationToken);
        var people = await residents.SummariesAsync([.. page.Items.Select(x => x.Resident)], cancellationToken);
        var ids = page.Items.Select(x => x.OrganisationId).OfType<Guid>().Distinct().ToArray();
        var organisations = await database.Organisations.BeyondAccess("the name of the employer of a visible worker").Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return page.Select(x => new WorkerView(x.Id, x.Resident, people.GetValueOrDefault(x.Resident)?.Name ?? "", x.Qualification, x.Community, x.RegisteredUntil, x.OrganisationId,
            x.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null, x.Version));
    }
}
