using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Sdk.Web.Imports;

/// <summary>The form posts of an import that are the same for every module: check, then write.</summary>
public static class CsvImportForms
{
    /// <summary>Maps <c>POST {path}</c>, which rehearses the file and shows what would be written, and <c>POST {path}/write</c>.</summary>
    /// <param name="routes">Page routes of the module.</param>
    /// <param name="path">Path of the import's page, e.g. <c>/members/import</c>.</param>
    /// <param name="permission">Permission of the import.</param>
    /// <param name="list">Absolute path of the list that shows what was imported (<c>imported</c> and <c>updated</c> in the query).</param>
    public static void MapCsvImportForms<TImport, TPage>(this IEndpointRouteBuilder routes, string path, string permission, string list) where TImport : class, ICsvImport where TPage : CsvImportPage
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapPost(path, async (FormState form, TImport import, ImportStage stage, IAccess access, IShell shell, CancellationToken cancellationToken) =>
        {
            if (form.File("file") is not { } sent) return Again<TPage>(form, shell.Texts["import.file-missing"]);
            var file = await CsvUpload.ReadAsync(sent, form["encoding"], cancellationToken);
            var outcome = await import.RehearseAsync(file, cancellationToken);
            return outcome.Refusal is { } refusal ? Again<TPage>(form, refusal.Detail, outcome)
                : PageResults.Page<TPage>(new { Outcome = outcome, Stage = stage.Keep(access.Actor.Account.Value, file!) }); // a file that is none is refused
        })
        .Needs(permission);
        routes.MapPost(path + "/write", async (FormState form, TImport import, ImportStage stage, IAccess access, IShell shell, CancellationToken cancellationToken) =>
        {
            if (stage.Find(access.Actor.Account.Value, form["stage"]) is not { } file) return Again<TPage>(form, shell.Texts["import.stage-gone"]);
            var outcome = await import.RunAsync(file, cancellationToken);
            return outcome.Refusal is { } refusal ? Again<TPage>(form, refusal.Detail, outcome)
                : PageResults.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{list}?imported={outcome.Result!.Added}&updated={outcome.Result.Updated}")); // refused or written
        })
        .Needs(permission).Changes();
    }

    private static IResult Again<TPage>(FormState form, string message, CsvOutcome? outcome = null) where TPage : CsvImportPage
    {
        form.Errors.Add("file", message);
        return PageResults.Again<TPage>(form, new { outcome?.Faults });
    }
}
