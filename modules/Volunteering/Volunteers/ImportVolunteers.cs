using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
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
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Pages;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Volunteers by identity number, all or nothing. The number finds the resident and tells the age; it is kept nowhere.</summary>
internal sealed class ImportVolunteers(VolunteeringDbContext database, IAccess access, IAudit audit, IResidents residents, IRegions regions, IWorkCalendar calendar, VolunteerFact fact, ITexts texts, IShell shell)
{
    public static readonly IReadOnlyList<CsvColumn> Columns =
    [
        new("national_id", "身份证号", MaxLength: 30), new("community", "社区代码", MaxLength: 12), new("skills", "服务技能", MaxLength: 200), new("free_hours", "每周可服务小时", MaxLength: 3),
        new("registered_on", "注册日期", Required: false, MaxLength: 20), new("guardian_consent", "监护人同意", Required: false, MaxLength: 5),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/volunteers/import/template", () => TypedResults.File(CsvTable.Template(Columns), "text/csv; charset=utf-8", "volunteers.csv")).WithName("ImportVolunteersTemplate").Needs(VolunteeringPermissions.VolunteerImport);
        routes.MapPost("/volunteers/import", async (HttpRequest request, ImportVolunteers use, CancellationToken cancellationToken) =>
        {
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(request, cancellationToken), cancellationToken);
            return result is null ? (refusal ?? table!.Refused("volunteering")!).ToResult() : (IResult)TypedResults.Ok(result); // without a result there are faults
        })
        .WithName(nameof(ImportVolunteers)).Needs(VolunteeringPermissions.VolunteerImport).Changes();
    }

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/volunteers/import", async (FormState form, ImportVolunteers use, ITexts texts, CancellationToken cancellationToken) =>
        {
            if (form.File("file") is not { } file)
            {
                form.Errors.Add("file", texts[Keys.ImportFileMissing]);
                return PageResults.Again<VolunteerImportPage>(form);
            }
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(file, cancellationToken), cancellationToken);
            if (result is not null) return PageResults.SeeOther($"/m/volunteering/volunteers?imported={result.Added}&updated={result.Updated}");
            form.Errors.Add("file", (refusal ?? table!.Refused("volunteering")!).Detail); // without a result there are faults
            return PageResults.Again<VolunteerImportPage>(form, new { table?.Faults });
        })
        .Needs(VolunteeringPermissions.VolunteerImport).Changes();

    public async ValueTask<(ImportResult? Result, CsvTable? Table, Refusal? Refusal)> RunAsync(byte[]? file, CancellationToken cancellationToken)
    {
        if (file is null) return (null, null, new Refusal("volunteering.import-too-large", 422, shell.Texts.Format("import.too-large", CsvUpload.MostMegabytes)));
        var table = CsvTable.Read(file, Columns, shell.Texts);
        if (table.Faults.Count > 0) return (null, table, null);
        table.FaultDuplicates("national_id");
        var rows = new List<VolunteerRow>();
        foreach (var row in table.Rows)
            if (await ReadAsync(row, cancellationToken) is { } read) rows.Add(read);
        if (table.Faults.Count > 0) return (null, table, null);

        var added = 0;
        foreach (var row in rows)
        {
            var known = await database.Volunteers.SingleOrDefaultAsync(x => x.Resident == row.Resident, cancellationToken);
            if (known is null) added++;
            if (Keep(known, row) is { } refusal) return (null, null, refusal);
        }
        await database.SaveChangesAsync(cancellationToken);
        return (new ImportResult(rows.Count, added, rows.Count - added), table, null);
    }

    private Refusal? Keep(Volunteer? known, VolunteerRow row)
    {
        var volunteer = known ?? new Volunteer { Resident = row.Resident, RegisteredOn = row.RegisteredOn };
        volunteer.Offer(row.Skills, row.FreeHours);
        (volunteer.GuardianConsent, volunteer.Age) = (row.Consent, row.Age);
        (volunteer.Scope.Region, volunteer.Scope.Dept) = (row.Community, VolunteeringModule.Department);
        if (access.Check(VolunteeringPermissions.VolunteerImport, volunteer) != Decision.Allowed) return Refusals.OutOfScope(texts);
        if (known is null)
        {
            database.Add(volunteer);
            fact.Publish(volunteer);
        }
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "volunteering.volunteer", volunteer.Id.ToString("D")) { Subjects = [volunteer.Resident.Value] });
        return null;
    }

    private async ValueTask<VolunteerRow?> ReadAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var (hours, registered) = (row.Number("free_hours", 0, Volunteer.MostFreeHours), row.Day("registered_on"));
        var consent = row.Choice("guardian_consent", new Dictionary<string, bool> { ["是"] = true, ["否"] = false, ["yes"] = true, ["no"] = false }) ?? false;
        if (registered > calendar.Today) row.FaultWords("registered_on", texts[Keys.DateFuture]);
        if (!SkillSet.TryRead(row["skills"], out var skills, out _)) row.FaultWords("skills", texts.Format(Keys.ImportSkillUnknown, string.Join(texts[Keys.ListSeparator], Enum.GetValues<Skill>().Select(SkillSet.Code))));
        if (row["community"] is not { Length: 12 } community || regions.Find(community) is null) row.FaultWords("community", texts[Keys.VolunteerRegionRule]);
        if (!NationalId.TryParse(row["national_id"], calendar.Today, out var id, out var fault))
        {
            row.FaultWords("national_id", fault.In(shell.Texts));
            return null;
        }
        var age = Ages.Of(Ages.YearsOn(id.Birth, calendar.Today), consent);
        if (age == AgeRule.TooYoung) row.FaultWords("national_id", texts[Keys.VolunteerAgeTooYoung]);
        if (age == AgeRule.ConsentMissing) row.FaultWords("guardian_consent", texts[Keys.VolunteerAgeConsentMissing]);
        if (await residents.FindByNationalIdAsync(id.Value, cancellationToken) is not { } resident)
        {
            row.FaultWords("national_id", texts[Keys.ImportResidentUnknown]);
            return null;
        }
        return hours is null ? null : new VolunteerRow(resident, row["community"], skills, hours.Value, registered ?? calendar.Today, consent, age);
    }

    private sealed record VolunteerRow(ResidentId Resident, string Community, IReadOnlyList<Skill> Skills, int FreeHours, DateOnly RegisteredOn, bool Consent, AgeRule Age);
}
