using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>Reads members with what the register and the exchange know about them. Each reading is audited: membership is a sensitive identity.</summary>
internal sealed class MemberList(PartyDbContext database, IAccess access, IAudit audit, IResidents residents)
{
    public async ValueTask<Page<MemberView>> ListAsync(Guid? organisation, MemberStatus? status, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var members = Visible.Where(x => (organisation == null || x.OrganisationId == organisation) && (status == null || x.Status == status));
        var page = await Cursor.ReadAsync(members.OrderBy(x => x.Status).ThenBy(x => x.JoinedOn).ThenBy(x => x.Id), limit, cursor, cancellationToken);
        await audit.ReadAsync(new AuditEntry("list", "party-building.member", null) { Subjects = [.. page.Items.Select(x => x.Resident.Value)] }, cancellationToken);
        var views = await ViewsAsync(page.Items, cancellationToken);
        return page.Select(x => views[x.Id]);
    }

    /// <summary>Null: none, or none the reader may see.</summary>
    public async ValueTask<MemberView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Visible.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is { } member ? await ShowAsync(member, cancellationToken) : null;

    /// <summary>Membership of a resident, linked records included; null: none the reader may see.</summary>
    public async ValueTask<MemberView?> OfResidentAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        var same = (await residents.SameAsAsync(resident, cancellationToken)).ToArray();
        return await Visible.FirstOrDefaultAsync(x => same.Contains(x.Resident), cancellationToken) is { } member ? await ShowAsync(member, cancellationToken) : null;
    }

    /// <summary>Members who may be asked to keep contact with a household, its own community first.</summary>
    public async ValueTask<IReadOnlyList<MemberView>> ContactsAsync(string? community, CancellationToken cancellationToken)
    {
        var members = await Visible.Where(x => x.Status == MemberStatus.Full || x.Status == MemberStatus.Probationary)
            .OrderByDescending(x => x.Scope.Region == community).ThenBy(x => x.Id).Take(Cursor.MostRows).ToListAsync(cancellationToken);
        var views = await ViewsAsync(members, cancellationToken);
        return [.. members.Select(x => views[x.Id])];
    }

    private IQueryable<PartyMember> Visible => access.Query<PartyMember>(database, PartyPermissions.MemberView).AsNoTracking();

    private async ValueTask<MemberView> ShowAsync(PartyMember member, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("view", "party-building.member", member.Id.ToString("D")) { Subjects = [member.Resident.Value] }, cancellationToken);
        return (await ViewsAsync([member], cancellationToken))[member.Id];
    }

    private async ValueTask<Dictionary<Guid, MemberView>> ViewsAsync(IReadOnlyList<PartyMember> members, CancellationToken cancellationToken)
    {
        var (ids, organisationIds) = (members.Select(x => x.Id).ToArray(), members.Select(x => x.OrganisationId).Distinct().ToArray());
        var minutes = await database.Minutes.Where(x => ids.Contains(x.MemberId)).GroupBy(x => x.MemberId)
            .Select(group => new { group.Key, Sum = group.Sum(x => x.Minutes) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var organisations = await database.Organisations.BeyondAccess("the name of the organisation of a visible member").Where(x => organisationIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        var people = await residents.SummariesAsync([.. members.Select(x => x.Resident).Distinct()], cancellationToken);
        return members.ToDictionary(x => x.Id, x => View(x, people.GetValueOrDefault(x.Resident), organisations.GetValueOrDefault(x.OrganisationId, ""), minutes.GetValueOrDefault(x.Id)));
    }

    private static MemberView View(PartyMember x, ResidentSummary? person, string organisation, int minutes) => new(x.Id, x.Resident, person?.Name ?? "", person?.Sex ?? "0", person?.AgeBand, person?.Region,
        x.OrganisationId, organisation, x.JoinedOn, x.ProbationEndsOn, x.ConfirmedOn, x.Status, x.Possible, minutes, x.Version);
}
