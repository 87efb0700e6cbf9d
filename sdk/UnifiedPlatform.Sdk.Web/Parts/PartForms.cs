using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Sdk.Web.Parts;

/// <summary>The form posts of a workbench that are the same for every module: take and hand back.</summary>
public static class PartForms
{
    /// <summary>Maps <c>POST /parts/{part}/take</c> and <c>/decline</c>; <typeparamref name="TPage"/> is the page of one part and has a parameter <c>Part</c>.</summary>
    /// <param name="routes">Page routes of the module.</param>
    /// <param name="resource">Resource name as given to <c>AddPartDesk</c>.</param>
    /// <param name="address">Absolute path of the part pages, e.g. <c>/m/party-building/parts</c>.</param>
    public static void MapPartForms<TTask, TPage>(this IEndpointRouteBuilder routes, string resource, string address) where TTask : PartTask where TPage : PlatformPage
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapPost("/parts/{part}/take", async (string part, FormState form, PartDesk<TTask> desk, CancellationToken cancellationToken) =>
            Answer<TPage>(form, part, address, "", await desk.TakeAsync(part, cancellationToken))).Needs(resource + ".edit").Changes();
        routes.MapPost("/parts/{part}/decline", async (string part, FormState form, PartDesk<TTask> desk, CancellationToken cancellationToken) =>
            Answer<TPage>(form, part, address, "reason", await desk.DeclineAsync(part, form["reason"], cancellationToken))).Needs(resource + ".edit").Changes();
    }

    /// <summary>The part's page: after success by redirect, after a refusal with what was typed.</summary>
    /// <param name="form">The posted form.</param>
    /// <param name="part">Text form of the part.</param>
    /// <param name="address">Absolute path of the part pages.</param>
    /// <param name="field">Field a refused value belongs to; empty: the form as a whole.</param>
    /// <param name="refusal">The refusal; null: done.</param>
    public static Microsoft.AspNetCore.Http.IResult Answer<TPage>(FormState form, string part, string address, string field, Refusal? refusal) where TPage : PlatformPage
    {
        ArgumentNullException.ThrowIfNull(form);
        if (refusal is not null) form.Errors.Add(refusal.Status == 422 ? field : "", refusal.Detail);
        return form.Errors.Any ? PageResults.Again<TPage>(form, new { Part = part }, refusal?.Status ?? 422) : PageResults.SeeOther($"{address}/{part}");
    }
}
