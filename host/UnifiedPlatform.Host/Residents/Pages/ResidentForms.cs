using System.Globalization;
using UnifiedPlatform.Host.Residents.Import;
using UnifiedPlatform.Host.Residents.Records;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Residents.Pages;

/// <summary>Where the forms of the register's pages post to.</summary>
internal static class ResidentForms
{
    private const int ShortestWhileTyping = 2;
    private static readonly TimeSpan Lease = TimeSpan.FromHours(8);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/residents", SearchAsync).ExcludeFromDescription().Needs(ResidentPermissions.View);
        routes.MapPost("/residents/{residentId:guid}/open", OpenAsync).ExcludeFromDescription().Needs(ResidentPermissions.Card);
        routes.MapPost("/residents/{residentId:guid}/reveal", RevealAsync).ExcludeFromDescription().Needs(ResidentPermissions.Reveal);
        routes.MapGet("/residents/import/template", Template).ExcludeFromDescription().Needs(ResidentPermissions.Import);
        routes.MapPost("/residents/import", CheckAsync).ExcludeFromDescription().Needs(ResidentPermissions.Import);
        routes.MapPost("/residents/import/write", WriteAsync).ExcludeFromDescription().Needs(ResidentPermissions.Import).Changes("residents");
    }

    private static async Task<IResult> SearchAsync(FormState form, HttpRequest request, ResidentSearch search, SearchHandles handles, IAccess access, CancellationToken cancellationToken)
    {
        var query = form["q"];
        if (!request.WantsFragment()) return PageResults.SeeOther(query.Length == 0 ? "/residents" : "/residents?s=" + handles.Keep(access.Actor.Account.Value, query));
        var found = query.Length < ShortestWhileTyping ? null : (await search.FindAsync(new SearchResidentsRequest { Q = query }, cancellationToken)).Response;
        return PageResults.Fragment<SearchResults>(new { Found = found, Query = query });
    }

    private static async Task<IResult> OpenAsync(Guid residentId, FormState form, ResidentRecords records, ResidentGrants grants, IAccess access, TimeProvider clock, ITexts texts, CancellationToken cancellationToken)
    {
        if (!await records.HasCardAsync(residentId, cancellationToken)) return Results.NotFound();
        if (form.Optional("purpose") is not { } purpose || !Purposes.IsKnown(purpose))
        {
            form.Errors.Add("purpose", texts["residents.reveal.purpose"]);
            return PageResults.Again<ResidentPage>(form, new { ResidentId = residentId });
        }
        await grants.OpenAsync(access.Actor, new ResidentId(residentId), purpose, clock.GetUtcNow() + Lease, cancellationToken);
        return PageResults.SeeOther($"/residents/{residentId}");
    }

    private static async Task<IResult> RevealAsync(Guid residentId, FormState form, HttpContext http, Reveals reveals, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var outcome = await reveals.ShowAsync(residentId, new RevealRequest(Reveals.Fields, form.Optional("purpose")), cancellationToken);
        if (outcome.Refusal is { Status: StatusCodes.Status404NotFound }) return Results.NotFound();
        if (outcome.Refusal is { } refusal)
        {
            form.Errors.Add("purpose", refusal.Detail);
            return PageResults.Again<RevealedPage>(form, new { ResidentId = residentId }, refusal.Status);
        }
        // Whoever walks away from the screen leaves no number on it.
        http.Response.Headers["Refresh"] = $"60; url=/residents/{residentId}";
        return PageResults.Page<RevealedPage>(new { ResidentId = residentId, outcome.Response!.Values }); // answered or refused
    }

    private static IResult Template(ITexts texts) => Results.File(CsvTable.Template(ResidentColumns.All(texts)), "text/csv; charset=utf-8", "residents.csv");

    private static async Task<IResult> CheckAsync(FormState form, HttpRequest request, ResidentImport import, ImportStage stage, IAccess access, ITexts texts, CancellationToken cancellationToken)
    {
        if (await ImportUpload.ReadAsync(request, cancellationToken) is not { } upload)
        {
            form.Errors.Add("file", texts["residents.import.file-missing"]);
            return PageResults.Again<ImportPage>(form);
        }
        var outcome = await import.RunAsync(upload with { DryRun = true }, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            form.Errors.Add("file", refusal.Detail);
            return PageResults.Again<ImportPage>(form, new { Faults = refusal.Extensions?["errors"] as IReadOnlyList<ImportFault> });
        }
        return PageResults.Page<ImportPage>(new { outcome.Report, Stage = stage.Keep(access.Actor.Account.Value, upload.File) });
    }

    private static async Task<IResult> WriteAsync(FormState form, ResidentImport import, ImportStage stage, IAccess access, ITexts texts, CancellationToken cancellationToken)
    {
        if (stage.Find(access.Actor.Account.Value, form["stage"]) is not { } file)
        {
            form.Errors.Add("file", texts["residents.import.stage-gone"]);
            return PageResults.Again<ImportPage>(form);
        }
        var outcome = await import.RunAsync(new ImportUpload(file, DryRun: false), cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            form.Errors.Add("file", refusal.Detail);
            return PageResults.Again<ImportPage>(form, new { Faults = refusal.Extensions?["errors"] as IReadOnlyList<ImportFault> });
        }
        var report = outcome.Report!; // written or refused
        return PageResults.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/residents/import?rows={report.Rows}&added={report.Added}&updated={report.Updated}&unchanged={report.Unchanged}"));
    }
}
