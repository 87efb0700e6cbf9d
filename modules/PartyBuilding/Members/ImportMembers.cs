using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>Members by identity number. The number finds the resident and is kept nowhere.</summary>
internal sealed class ImportMembers(PartyDbContext database, IAccess access, IAudit audit, IResidents residents, IWorkCalendar calendar, MembershipFact fact, ITexts texts, IUnitOfWork unit, ModuleInfo module, IShell shell)
    : CsvImport<ImportMembers.Member>(database, unit, module, shell)
{
    private Dictionary<string, PartyOrganisation> _organisations = [];

    public override IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new("national_id", "身份证号", MaxLength: 30, Masked: true), new("organisation_code", "党组织代码", MaxLength: 40), new("joined_on", "入党日期", MaxLength: 20), new("confirmed_on", "转正日期", Required: false, MaxLength: 20),
    ];

    protected override string Key => "national_id";

    protected override async ValueTask ReadyAsync(CancellationToken cancellationToken) =>
        _organisations = await access.Query<PartyOrganisation>(database, PartyPermissions.OrganisationView).ToDictionaryAsync(x => x.Code, cancellationToken);

    protected override async ValueTask<Member?> ReadAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var (joined, confirmed) = (row.Day("joined_on"), row.Day("confirmed_on"));
        if (joined > calendar.Today) row.FaultWords("joined_on", texts[Keys.MemberDateFuture]);
        if (confirmed > calendar.Today) row.FaultWords("confirmed_on", texts[Keys.MemberDateFuture]);
        if (joined is { } day && confirmed < day.AddYears(1)) row.FaultWords("confirmed_on", texts[Keys.MemberConfirmedRule]);
        var organisation = _organisations.GetValueOrDefault(row["organisation_code"]);
        if (organisation is null) row.FaultWords("organisation_code", texts[Keys.ImportOrganisationUnknown]);
        if (!NationalId.TryParse(row["national_id"], calendar.Today, out var id, out var fault)) row.FaultWords("national_id", fault.In(FrameTexts));
        else if (await residents.FindByNationalIdAsync(id.Value, cancellationToken) is not { } resident) row.FaultWords("national_id", texts[Keys.ImportResidentUnknown]);
        else if (joined is { } since && organisation is not null) return new Member(resident, organisation, since, confirmed);
        return null;
    }

    protected override async ValueTask<(bool Added, Refusal? Refusal)> KeepAsync(Member row, CancellationToken cancellationToken)
    {
        var known = await database.Members.BeyondAccess("one person has one record, wherever it is kept").SingleOrDefaultAsync(x => x.Resident == row.Resident, cancellationToken);
        var member = known ?? PartyMember.Join(row.Resident, row.Organisation.Id, row.Joined, row.Confirmed);
        member.OrganisationId = row.Organisation.Id;
        (member.Scope.Region, member.Scope.Dept) = (row.Organisation.Scope.Region, PartyBuildingModule.Department);
        if (access.Check(PartyPermissions.MemberImport, member) != Decision.Allowed) return (false, PartyRefusals.OutOfScope(texts));
        if (known is null)
        {
            database.Add(member);
            fact.Publish(member);
        }
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "party-building.member", member.Id.ToString("D")) { Subjects = [member.Resident.Value] });
        return (known is null, null);
    }

    internal sealed record Member(ResidentId Resident, PartyOrganisation Organisation, DateOnly Joined, DateOnly? Confirmed);
}
