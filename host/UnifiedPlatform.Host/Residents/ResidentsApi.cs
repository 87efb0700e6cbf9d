using UnifiedPlatform.Host.Residents.Import;
using UnifiedPlatform.Host.Residents.Records;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents;

/// <summary>The register over HTTP (contracts.md §5). No name, number or phone stands in an address.</summary>
internal static class ResidentsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var residents = routes.MapGroup("/api/residents").WithTags("Residents");
        residents.MapPost("/search", SearchAsync).WithName("SearchResidents").Produces<SearchResidentsResponse>().Needs(ResidentPermissions.View);
        residents.MapGet("/{residentId:guid}", OpenAsync).WithName("OpenResident").Produces<ResidentView>().Needs(ResidentPermissions.View);
        residents.MapPost("/{residentId:guid}/reveal", RevealAsync).WithName("RevealResident").Produces<RevealResponse>().Needs(ResidentPermissions.Reveal);
        residents.MapPost("/imports", ImportAsync).WithName("ImportResidents").Produces<ImportReport>().DisableAntiforgery().Needs(ResidentPermissions.Import).Changes("residents");
    }

    private static async Task<IResult> SearchAsync(SearchResidentsRequest request, ResidentSearch search, CancellationToken cancellationToken)
    {
        var outcome = await search.FindAsync(request, cancellationToken);
        return outcome.Refusal is { } refusal ? refusal.ToResult() : Results.Ok(outcome.Response);
    }

    private static async Task<IResult> OpenAsync(Guid residentId, HttpContext http, ResidentRecords records, ITexts texts, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await records.OpenAsync(residentId, http.Request.Headers["X-Purpose"].FirstOrDefault(), cancellationToken) is { } view
            ? Results.Ok(view)
            : new Refusal("residents.not-found", StatusCodes.Status404NotFound, texts["residents.not-found"]).ToResult();
    }

    private static async Task<IResult> RevealAsync(Guid residentId, RevealRequest request, HttpContext http, Reveals reveals, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var outcome = await reveals.ShowAsync(residentId, request with { Purpose = request.Purpose ?? http.Request.Headers["X-Purpose"].FirstOrDefault() }, cancellationToken);
        if (outcome.Refusal is not { } refusal) return Results.Ok(outcome.Response);
        if (refusal.Status == StatusCodes.Status429TooManyRequests) http.Response.Headers.RetryAfter = "3600";
        return refusal.ToResult();
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, ResidentImport import, ITexts texts, CancellationToken cancellationToken)
    {
        if (await ImportUpload.ReadAsync(request, cancellationToken) is not { } upload)
            return new Refusal("residents.import-file-missing", StatusCodes.Status400BadRequest, texts["residents.import.file-missing"]).ToResult();
        var outcome = await import.RunAsync(upload, cancellationToken);
        return outcome.Refusal is { } refusal ? refusal.ToResult() : Results.Ok(outcome.Report);
    }
}
