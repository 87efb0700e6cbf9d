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
using UnifiedPlatform.SocialLinkage.Data;
using UnifiedPlatform.SocialLinkage.Pages;

namespace UnifiedPlatform.SocialLinkage.Workers;

/// <summary>Social workers by identity number, all or nothing. The number finds the resident and is kept nowhere.</summary>
internal sealed class ImportWorkers(SocialDbContext database, IAccess access, IAudit audit, IResidents residents, IRegions regions, IWorkCalendar calendar, ITexts texts, IShell shell)
{
    public static readonly IReadOnlyList<CsvColumn> Columns =
    [
        new("national_id", "身份证号", MaxLength: 30), new("qualification", "职业水平", MaxLength: 20), new("community", "社区代码", MaxLength: 12),
        new("registered_until", "登记有效期至", Required: false, MaxLength: 20), new("organisation", "所属机构代码", Required: false, MaxLength: 30),
    ];

    private static readonly Dictionary<string, Qualification> Words = new()
    {
        ["无"] = Qualification.None, ["助理社会工作师"] = Qualification.Assistant, ["社会工作师"] = Qualification.SocialWorker, ["高级社会工作师"] = Qualification.Senior,
        ["none"] = Qualification.None, ["assistant"] = Qualification.Assistant, ["socialWorker"] = Qualification.SocialWorker, ["senior"] = Qualification.Senior,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/workers/import/template", () => TypedResults.File(CsvTable.Template(Columns), "text/csv; charset=utf-8", "social-workers.csv")).WithName("ImportSocialWorkersTemplate").Needs(SocialPermissions.WorkerImport);
        routes.MapPost("/workers/import", async (HttpRequest request, ImportWorkers use, CancellationToken cancellationToken) =>
        {
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(request, cancellationToken), cancellationToken);
            return result is null ? (refusal ?? table!.Refused("social-linkage")!).ToResult() : (IResult)TypedResults.Ok(result); // without a result there are faults
        })
        .WithName("ImportSocialWorkers").Needs(SocialPermissions.WorkerImport).Changes();
    }

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/workers/import", async (FormState form, ImportWorkers use, ITexts texts, CancellationToken cancellationToken) =>
        {
            if (form.File("file") is not { } file)
            {
                form.Errors.Add("file", texts[Keys.ImportFileMissing]);
                return PageResults.Again<WorkerImportPage>(form);
            }
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(file, cancellationToken), cancellationToken);
            if (result is not null) return PageResults.SeeOther($"/m/social-linkage/workers?imported={result.Added}&updated={result.Updated}");
            form.Errors.Add("file", (refusal ?? table!.Refused("social-linkage")!).Detail); // without a result there are faults
            return PageResults.Again<WorkerImportPage>(form, new { table?.Faults });
        })
        .Needs(SocialPermissions.WorkerImport).Changes();

    public async ValueTask<(ImportResult? Result, CsvTable? Table, Refusal? Refusal)> RunAsync(byte[]? file, CancellationToken cancellationToken)
    {
        if (file is null) return (null, null, new Refusal("social-linkage.import-too-large", 422, shell.Texts.Format("import.too-large", CsvUpload.MostMegabytes)));
        var table = CsvTable.Read(file, Columns, shell.Texts);
        if (table.Faults.Count > 0) return (null, table, null);
        table.FaultDuplicates("national_id");
        var organisations = await database.Organisations.ToDictionaryAsync(x => x.Uscc, x => x.Id, cancellationToken);
        var rows = new List<WorkerRow>();
        foreach (var row in table.Rows)
            if (await ReadAsync(row, organisations, cancellationToken) is { } read) rows.Add(read);
        if (table.Faults.Count > 0) return (null, table, null);

        var added = 0;
        foreach (var row in rows)
        {
            var known = await database.Workers.SingleOrDefaultAsync(x => x.Resident == row.Resident, cancellationToken);
            if (known is null) added++;
            if (Keep(known, row) is { } refusal) return (null, null, refusal);
        }
        await database.SaveChangesAsync(cancellationToken);
        return (new ImportResult(rows.Count, added, rows.Count - added), table, null);
    }

    private Refusal? Keep(SocialWorker? known, WorkerRow row)
    {
        var worker = known ?? new SocialWorker { Resident = row.Resident, Qualification = row.Qualification, Community = row.Community };
        (worker.Qualification, worker.Community, worker.RegisteredUntil, worker.OrganisationId) = (row.Qualification, row.Community, row.Until, row.Organisation);
        (worker.Scope.Region, worker.Scope.Dept) = (row.Community, SocialLinkageModule.Department);
        if (access.Check(SocialPermissions.WorkerImport, worker) != Decision.Allowed) return Refusals.OutOfScope(texts);
        if (known is null) database.Add(worker);
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "social-linkage.worker", worker.Id.ToString("D")) { Subjects = [worker.Resident.Value] });
        return null;
    }

    private async ValueTask<WorkerRow?> ReadAsync(CsvRow row, Dictionary<string, Guid> organisations, CancellationToken cancellationToken)
    {
        var (qualification, until) = (row.Choice("qualification", Words), row.Day("registered_until"));
        if (row["community"] is not { Length: 12 } community || regions.Find(community) is null) row.FaultWords("community", texts[Keys.CommunityRule]);
        Guid? organisation = row.Optional("organisation") is { } code && organisations.TryGetValue(code, out var id) ? id : null;
        if (row.Optional("organisation") is not null && organisation is null) row.FaultWords("organisation", texts[Keys.ImportOrganisationUnknown]);
        if (!NationalId.TryParse(row["national_id"], calendar.Today, out var number, out var fault))
        {
            row.FaultWords("national_id", fault.In(shell.Texts));
            return null;
        }
        if (await residents.FindByNationalIdAsync(number.Value, cancellationToken) is { } resident)
            return qualification is { } level ? new WorkerRow(resident, level, row["community"], until, organisation) : null;
        row.FaultWords("national_id", texts[Keys.ImportResidentUnknown]);
        return null;
    }

    private sealed record WorkerRow(ResidentId Resident, Qualification Qualification, string Community, DateOnly? Until, Guid? Organisation);
}
