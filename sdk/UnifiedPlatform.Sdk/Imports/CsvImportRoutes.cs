using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>The API of an import that is the same for every module.</summary>
public static class CsvImportRoutes
{
    /// <summary>Maps <c>GET {path}/template</c>, <c>POST {path}/check</c> (what would be written) and <c>POST {path}</c>; the body is the file, its encoding is declared in the query (<c>encoding=gb18030</c>).</summary>
    /// <param name="routes">API routes of the module.</param>
    /// <param name="path">Path of the import, e.g. <c>/members/import</c>.</param>
    /// <param name="name">Name of the operation, e.g. <c>ImportMembers</c>.</param>
    /// <param name="file">File name of the template.</param>
    /// <param name="permission">Permission of the import.</param>
    public static void MapCsvImport<TImport>(this IEndpointRouteBuilder routes, string path, string name, string file, string permission) where TImport : class, ICsvImport
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet(path + "/template", (TImport import) => TypedResults.File(CsvTable.Template(import.Columns), "text/csv; charset=utf-8", file)).WithName(name + "Template").Needs(permission);
        routes.MapPost(path + "/check", async (HttpRequest request, TImport import, CancellationToken cancellationToken) =>
            Answer(await import.RehearseAsync(await CsvUpload.ReadAsync(request, cancellationToken), cancellationToken))).WithName(name + "Check").Needs(permission);
        routes.MapPost(path, async (HttpRequest request, TImport import, CancellationToken cancellationToken) =>
            Answer(await import.RunAsync(await CsvUpload.ReadAsync(request, cancellationToken), cancellationToken))).WithName(name).Needs(permission).Changes();
    }

    private static IResult Answer(CsvOutcome outcome) => outcome.Refusal is { } refusal ? refusal.ToResult() : TypedResults.Ok(outcome.Result);
}
