using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Reason for handing a part back.</summary>
/// <param name="Reason">The reason, for the counter; no id or phone in it.</param>
public sealed record DeclinePartRequest(string Reason);

/// <summary>The API of a workbench that is the same for every module: list, take, hand back. The answer is the module's own.</summary>
public static class PartDeskRoutes
{
    /// <summary>Maps <c>GET /</c>, <c>GET /{part}</c>, <c>POST /{part}/take</c> and <c>POST /{part}/decline</c> of a workbench.</summary>
    /// <param name="routes">Group of the workbench, e.g. <c>/contacts</c> of the module's API.</param>
    /// <param name="resource">Resource name as given to <c>AddPartDesk</c>.</param>
    public static IEndpointRouteBuilder MapPartDesk<TTask>(this IEndpointRouteBuilder routes, string resource) where TTask : PartTask
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("", async (PartDesk<TTask> desk, CodeOf<PartTaskFilter>? filter, int? limit, string? cursor, CancellationToken cancellationToken) =>
            TypedResults.Ok(await desk.ListAsync(filter?.Value ?? PartTaskFilter.Todo, limit, cursor, cancellationToken))).Needs(resource + ".view");
        routes.MapGet("/{part}", async (string part, PartDesk<TTask> desk, CancellationToken cancellationToken) =>
        {
            var (task, refusal) = await desk.ShowAsync(part, cancellationToken);
            return task is null ? Answer(refusal) : TypedResults.Ok(task);
        }).Needs(resource + ".view");
        routes.MapPost("/{part}/take", async (string part, PartDesk<TTask> desk, CancellationToken cancellationToken) =>
            Answer(await desk.TakeAsync(part, cancellationToken))).Needs(resource + ".edit").Changes();
        routes.MapPost("/{part}/decline", async (string part, DeclinePartRequest request, PartDesk<TTask> desk, CancellationToken cancellationToken) =>
            Answer(await desk.DeclineAsync(part, request.Reason, cancellationToken))).Needs(resource + ".edit").Changes();
        return routes;
    }

    /// <summary>204, or the refusal as a problem.</summary>
    public static IResult Answer(Refusal? refusal) => refusal is null ? TypedResults.NoContent() : refusal.ToResult();
}
