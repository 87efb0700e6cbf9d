using System.Globalization;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Reading, exporting and verifying the audit. Reading it is itself recorded.</summary>
internal static class AuditApi
{
    public const string View = "audit.entry.view";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/audit", ListAsync).Needs(View);
        routes.MapGet("/api/admin/audit/verify", VerifyAsync).Needs(View);
        routes.MapGet("/api/admin/audit/days/{day}", ExportAsync).Needs(View);
        routes.MapPost("/api/admin/audit/anchors", AnchorAsync).Needs(View);
    }

    private static async Task<IResult> ListAsync(Guid? resident, Guid? actor, DateOnly? day, string? act, string? cursor, int? limit, AuditQueries queries, IAudit audit, CancellationToken cancellationToken)
    {
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return Results.Problem(statusCode: 400, extensions: [new("code", "audit.cursor-invalid")]);
        var most = Math.Clamp(limit ?? 50, 1, AuditQueries.Most);
        await RecordAsync(audit, resident, cancellationToken);
        var lines = await queries.FindAsync(new AuditFilter(resident, actor?.ToString("D"), day, act, cursor is null ? null : long.Parse(cursor, CultureInfo.InvariantCulture), most), cancellationToken);
        return Results.Ok(new { items = lines, nextCursor = lines.Count == most ? lines[^1].Seq.ToString(CultureInfo.InvariantCulture) : null });
    }

    private static async Task<IResult> VerifyAsync([FromKeyedServices(Databases.Audit)] IModuleDatabase database, AuditKey key, Anchors anchors, CancellationToken cancellationToken)
    {
        var check = await AuditVerifier.DatabaseAsync(database, anchors.Folder, key.PublicPem, cancellationToken);
        return Results.Ok(new { whole = check.Fault is null, fault = check.Fault?.ToString(), entries = check.Entries, days = check.Days.Count });
    }

    private static async Task<IResult> ExportAsync(DateOnly day, AuditExport export, IAudit audit, HttpContext context, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("export", "audit.entry", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), cancellationToken);
        var file = new MemoryStream();
        if (!await export.WriteAsync(day, file, cancellationToken)) return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        file.Position = 0;
        return Results.File(file, "application/gzip", AuditExport.FileName(day));
    }

    private static async Task<IResult> AnchorAsync(Anchors anchors, CancellationToken cancellationToken) =>
        await anchors.WriteAsync(cancellationToken) is { } anchor ? Results.Ok(anchor) : Results.NoContent();

    internal static ValueTask RecordAsync(IAudit audit, Guid? resident, CancellationToken cancellationToken) =>
        audit.ReadAsync(new AuditEntry("list", "audit.entry", null) { Subjects = resident is { } id ? [id] : [], Purpose = "security" }, cancellationToken);
}
