using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Reads volunteers with what the register says about them.</summary>
internal sealed class VolunteerList(VolunteeringDbContext database, IAccess access, IAudit audit, IResidents residents)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/volunteers", async (CodeOf<Skill>? skill, CodeOf<VolunteerStatus>? status, int? limit, string? cursor, VolunteerList use, CancellationToken cancellationToken) =>
            TypedResults.Ok(await use.ListAsync(skill?.Value, status?.Value, limit, cursor, cancellationToken))).WithName("ListVolunteers").Needs(VolunteeringPermissions.VolunteerView);
        routes.MapGet("/volunteers/{id:guid}", async (Guid id, VolunteerList use, ITexts texts, CancellationToken cancellationToken) =>
            await use.FindAsync(id, cancellationToken) is { } volunteer ? TypedResults.Ok(volunteer) : (IResult)Refusals.VolunteerUnknown(texts).ToResult())
            .WithName("ShowVolunteer").Needs(VolunteeringPermissions.VolunteerView);
    }

    public async ValueTask<Page<VolunteerView>> ListAsync(Skill? skill, VolunteerStatus? status, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var code = skill is { } wanted ? " " + SkillSet.Code(wanted) + " " : null;
        var rows = Visible.Where(x => (status == null || x.Status == status) && (code == null || (" " + x.Skills + " ").Contains(code)));
        var page = await Cursor.ReadAsync(rows.OrderBy(x => x.Status).ThenByDescending(x => x.LockedMinutes).ThenBy(x => x.Id), limit, cursor, cancellationToken);
        await audit.ReadAsync(new AuditEntry("list", "volunteering.volunteer", null) { Subjects = [.. page.Items.Select(x => x.Resident.Value)] }, cancellationToken);
        var people = await residents.SummariesAsync([.. page.Items.Select(x => x.Resident)], cancellationToken);
        return page.Select(x => VolunteerView.Of(x, people.GetValueOrDefault(x.Resident)));
    }

    /// <summary>Null: none, or none the reader may see.</summary>
    public async ValueTask<VolunteerView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Visible.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is { } volunteer ? await ShowAsync(volunteer, cancellationToken) : null;

    /// <summary>The volunteer that a resident is, linked records included; null: none the reader may see.</summary>
    public async ValueTask<VolunteerView?> OfResidentAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        var same = (await residents.SameAsAsync(resident, cancellationToken)).ToArray();
        return await Visible.FirstOrDefaultAsync(x => same.Contains(x.Resident), cancellationToken) is { } volunteer ? await ShowAsync(volunteer, cancellationToken) : null;
    }

    private IQueryable<Volunteer> Visible => access.Query<Volunteer>(database, VolunteeringPermissions.VolunteerView).AsNoTracking();

    private async ValueTask<VolunteerView> ShowAsync(Volunteer volunteer, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("view", "volunteering.volunteer", volunteer.Id.ToString("D")) { Subjects = [volunteer.Resident.Value] }, cancellationToken);
        return VolunteerView.Of(volunteer, (await residents.SummariesAsync([volunteer.Resident], cancellationToken)).GetValueOrDefault(volunteer.Resident));
    }
}
