using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.PartyBuilding.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>Members by identity number, all or nothing. The number finds the resident and is kept nowhere.</summary>
internal sealed class ImportMembers(PartyDbContext database, IAccess access, IAudit audit, IResidents residents, IWorkCalendar calendar, MembershipFact fact, ITexts texts, IShell shell)
{
    public static readonly IReadOnlyList<CsvColumn> Columns =
    [
        new("national_id", "身份证号", MaxLength: 30), new("organisation_code", "党组织代码", MaxLength: 40), new("joined_on", "入党日期", MaxLength: 20), new("confirmed_on", "转正日期", Required: false, MaxLength: 20),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/members/import/template", () => TypedResults.File(CsvTable.Template(Columns), "text/csv; charset=utf-8", "party-members.csv")).WithName("ImportMembersTemplate").Needs(PartyPermissions.MemberImport);
        routes.MapPost("/members/import", async (HttpRequest request, ImportMembers use, CancellationToken cancellationToken) =>
        {
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(request, cancellationToken), cancellationToken);
            return result is null ? (refusal ?? table!.Refused("party-building")!).ToResult() : (IResult)TypedResults.Ok(result); // without a result there are faults
        })
        .WithName(nameof(ImportMembers)).Needs(PartyPermissions.MemberImport).Changes();
    }

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/members/import", async (FormState form, ImportMembers use, ITexts texts, CancellationToken cancellationToken) =>
        {
            if (form.File("file") is not { } file)
            {
                form.Errors.Add("file", texts[Keys.ImportFileMissing]);
                return PageResults.Again<MemberImportPage>(form);
            }
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(file, cancellationToken), cancellationToken);
            if (result is not null) return PageResults.SeeOther($"/m/party-building/members?imported={result.Added}&updated={result.Updated}");
            form.Errors.Add("file", (refusal ?? table!.Refused("party-building")!).Detail); // without a result there are faults
            return PageResults.Again<MemberImportPage>(form, new { table?.Faults });
        })
        .Needs(PartyPermissions.MemberImport).Changes();

    public async ValueTask<(ImportResult? Result, CsvTable? Table, Refusal? Refusal)> RunAsync(byte[]? file, CancellationToken cancellationToken)
    {
        if (file is null) return (null, null, new Refusal("party-building.import-too-large", 422, shell.Texts.Format("import.too-large", CsvUpload.MostMegabytes)));
        var table = CsvTable.Read(file, Columns, shell.Texts);
        if (table.Faults.Count > 0) return (null, table, null);
        table.FaultDuplicates("national_id");
        var organisations = await access.Query<PartyOrganisation>(database, PartyPermissions.OrganisationView).ToDictionaryAsync(x => x.Code, cancellationToken);
        var rows = new List<(ResidentId Resident, PartyOrganisation Organisation, DateOnly Joined, DateOnly? Confirmed)>();
        foreach (var row in table.Rows)
            if (await ReadAsync(row, organisations, cancellationToken) is { } read) rows.Add(read);
        if (table.Faults.Count > 0) return (null, table, null);

        var (added, updated) = (0, 0);
        foreach (var row in rows)
        {
            var member = await database.Members.SingleOrDefaultAsync(x => x.Resident == row.Resident, cancellationToken);
            if (member is null) added++;
            else updated++;
            if (Keep(member, row) is { } refusal) return (null, null, refusal);
        }
        await database.SaveChangesAsync(cancellationToken);
        return (new ImportResult(rows.Count, added, updated), table, null);
    }

    private Refusal? Keep(PartyMember? member, (ResidentId Resident, PartyOrganisation Organisation, DateOnly Joined, DateOnly? Confirmed) row)
    {
        var known = member is not null;
        member ??= PartyMember.Join(row.Resident, row.Organisation.Id, row.Joined, row.Confirmed);
        member.OrganisationId = row.Organisation.Id;
        (member.Scope.Region, member.Scope.Dept) = (row.Organisation.Scope.Region, PartyBuildingModule.Department);
        if (access.Check(PartyPermissions.MemberImport, member) != Decision.Allowed) return PartyRefusals.OutOfScope(texts);
        if (!known)
        {
            database.Add(member);
            fact.Publish(member);
        }
        audit.Changed(database, new AuditEntry(known ? "edit" : "create", "party-building.member", member.Id.ToString("D")) { Subjects = [member.Resident.Value] });
        return null;
    }

    private async ValueTask<(ResidentId, PartyOrganisation, DateOnly, DateOnly?)?> ReadAsync(CsvRow row, Dictionary<string, PartyOrganisation> organisations, CancellationToken cancellationToken)
    {
        var (joined, confirmed) = (row.Day("joined_on"), row.Day("confirmed_on"));
        if (joined > calendar.Today) row.FaultWords("joined_on", texts[Keys.MemberDateFuture]);
        if (confirmed > calendar.Today) row.FaultWords("confirmed_on", texts[Keys.MemberDateFuture]);
        if (joined is { } day && confirmed < day.AddYears(1)) row.FaultWords("confirmed_on", texts[Keys.MemberConfirmedRule]);
        if (organisations.GetValueOrDefault(row["organisation_code"]) is not { } organisation)
        {
            row.FaultWords("organisation_code", texts[Keys.ImportOrganisationUnknown]);
            organisation = null;
        }
        if (!NationalId.TryParse(row["national_id"], calendar.Today, out var id, out var fault))
        {
            row.FaultWords("national_id", fault.In(shell.Texts));
            return null;
        }
        if (await residents.FindByNationalIdAsync(id.Value, cancellationToken) is not { } resident)
        {
            row.FaultWords("national_id", texts[Keys.ImportResidentUnknown]);
            return null;
        }
        return joined is null || organisation is null ? null : (resident, organisation, joined.Value, confirmed);
    }
}
