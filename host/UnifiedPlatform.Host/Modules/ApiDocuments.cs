using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Modules;

/// <summary><c>/openapi/host.json</c> and <c>/openapi/{module}.json</c>: open in demo and development, else for who is signed in.</summary>
internal static class ApiDocuments
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static void Map(WebApplication app)
    {
        var options = app.Services.GetRequiredService<PlatformOptions>();
        Rule(app.MapOpenApi("/openapi/{documentName:regex(^host$)}.json"), options);
        // Both patterns have the same shape; the host's own comes first.
        Rule(app.MapGet("/openapi/{module}.json", OfModuleAsync).ExcludeFromDescription().WithOrder(1), options);
    }

    private static void Rule(IEndpointConventionBuilder endpoint, PlatformOptions options)
    {
        if (options.TrustsClone) endpoint.Public("API documents are public in demo and development");
        else endpoint.SignedIn("API documents hold no data");
    }

    private static async Task<IResult> OfModuleAsync(string module, IModuleRuntime runtime, HttpContext context)
    {
        if (runtime.Find(module) is null) return Results.NotFound();
        var document = await runtime.ApiDocumentAsync(module, context, Limit);
        return document.Ok ? Results.Text(document.Html, "application/json") : Results.StatusCode(document.Status == StatusCodes.Status404NotFound ? StatusCodes.Status503ServiceUnavailable : document.Status);
    }
}
