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

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>Social organisations by credit code, all or nothing; a known code is renewed.</summary>
internal sealed class ImportOrganisations(SocialDbContext database, IAccess access, IAudit audit, IRegions regions, IWorkCalendar calendar, ITexts texts, IShell shell)
{
    public static readonly IReadOnlyList<CsvColumn> Columns =
    [
        new("uscc", "统一社会信用代码", MaxLength: 30), new("name", "名称", MaxLength: SocialOrganisation.NameLength), new("region", "区划代码", MaxLength: 12), new("licence_until", "证书有效期至", Required: false, MaxLength: 20),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organisations/import/template", () => TypedResults.File(CsvTable.Template(Columns), "text/csv; charset=utf-8", "social-organisations.csv")).WithName("ImportSocialOrganisationsTemplate").Needs(SocialPermissions.OrganisationImport);
        routes.MapPost("/organisations/import", async (HttpRequest request, ImportOrganisations use, CancellationToken cancellationToken) =>
        {
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(request, cancellationToken), cancellationToken);
            return result is null ? (refusal ?? table!.Refused("social-linkage")!).ToResult() : (IResult)TypedResults.Ok(result); // without a result there are faults
        })
        .WithName("ImportSocialOrganisations").Needs(SocialPermissions.OrganisationImport).Changes();
    }

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations/import", async (FormState form, ImportOrganisations use, ITexts texts, CancellationToken cancellationToken) =>
        {
            if (form.File("file") is not { } file)
            {
                form.Errors.Add("file", texts[Keys.ImportFileMissing]);
                return PageResults.Again<OrganisationImportPage>(form);
            }
            var (result, table, refusal) = await use.RunAsync(await CsvUpload.ReadAsync(file, cancellationToken), cancellationToken);
            if (result is not null) return PageResults.SeeOther($"/m/social-linkage/organisations?imported={result.Added}&updated={result.Updated}");
            form.Errors.Add("file", (refusal ?? table!.Refused("social-linkage")!).Detail); // without a result there are faults
            return PageResults.Again<OrganisationImportPage>(form, new { table?.Faults });
        })
        .Needs(SocialPermissions.OrganisationImport).Changes();

    public async ValueTask<(ImportResult? Result, CsvTable? Table, Refusal? Refusal)> RunAsync(byte[]? file, CancellationToken cancellationToken)
    {
        if (file is null) return (null, null, new Refusal("social-linkage.import-too-large", 422, shell.Texts.Format("import.too-large", CsvUpload.MostMegabytes)));
        var table = CsvTable.Read(file, Columns, shell.Texts);
        if (table.Faults.Count > 0) return (null, table, null);
        table.FaultDuplicates("uscc");
        var rows = table.Rows.Select(Read).ToArray();
        if (table.Faults.Count > 0) return (null, table, null);

        var added = 0;
        foreach (var row in rows.OfType<OrganisationRow>())
        {
            var known = await database.Organisations.SingleOrDefaultAsync(x => x.Uscc == row.Uscc, cancellationToken);
            if (known is null) added++;
            if (Keep(known, row) is { } refusal) return (null, null, refusal);
        }
        await database.SaveChangesAsync(cancellationToken);
        return (new ImportResult(rows.Length, added, rows.Length - added), table, null);
    }

    private Refusal? Keep(SocialOrganisation? known, OrganisationRow row)
    {
        var organisation = known ?? new SocialOrganisation { Uscc = row.Uscc, Name = row.Name, Kind = row.Kind };
        organisation.Name = row.Name;
        if (!organisation.Renew(row.Until, calendar.Today)) return Refusals.WrongState(organisation, texts);
        (organisation.Scope.Region, organisation.Scope.Dept) = (row.Region, SocialLinkageModule.Department);
        if (access.Check(SocialPermissions.OrganisationImport, organisation) != Decision.Allowed) return Refusals.OutOfScope(texts);
        if (known is null) database.Add(organisation);
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "social-linkage.organisation", organisation.Id.ToString("D")));
        return null;
    }

    private OrganisationRow? Read(CsvRow row)
    {
        var until = row.Day("licence_until");
        if (row["region"] is not { Length: >= 9 } region || regions.Find(region) is null) row.FaultWords("region", texts[Keys.RegionRule]);
        if (!UnifiedSocialCreditCode.TryParse(row["uscc"], out var code, out var fault))
        {
            row.FaultWords("uscc", fault.In(shell.Texts));
            return null;
        }
        if (LicenceRules.KindOf(code.Value) is { } kind) return new OrganisationRow(code.Value, row["name"], kind, row["region"], until);
        row.FaultWords("uscc", texts[Keys.OrganisationNotSocial]);
        return null;
    }

    private sealed record OrganisationRow(string Uscc, string Name, OrganisationKind Kind, string Region, DateOnly? Until);
}
