using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Hours;

internal sealed class HoursList(VolunteeringDbContext database, IAccess access, IAudit audit, IResidents residents)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/hours", async (CodeOf<HoursStatus>? status, Guid? volunteer, string? caseNumber, int? limit, string? cursor, HoursList use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.ListAsync(status?.Value, volunteer, caseNumber, limit, cursor, cancellationToken)))
        .WithName("ListHours").Needs(VolunteeringPermissions.HoursView);

    public async ValueTask<Page<HoursView>> ListAsync(HoursStatus? status, Guid? volunteer, string? caseNumber, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rows = access.Query<HoursRecord>(database, VolunteeringPermissions.HoursView).AsNoTracking()
            .Where(x => (status == null || x.Status == status) && (volunteer == null || x.VolunteerId == volunteer) && (caseNumber == null || x.CaseNumber == caseNumber));
        var page = await Cursor.ReadAsync(rows.OrderByDescending(x => x.StartsAt).ThenBy(x => x.Id), limit, cursor, cancellationToken);
        await audit.ReadAsync(new AuditEntry("list", "volunteering.hours", null) { Subjects = [.. page.Items.Select(x => x.Resident.Value).Distinct()] }, cancellationToken);
        var people = await residents.SummariesAsync([.. page.Items.Select(x => x.Resident).Distinct()], cancellationToken);
        var reader = access.Actor.Account.Value;
        return page.Select(x => HoursView.Of(x, people.GetValueOrDefault(x.Resident), reader));
    }
}
