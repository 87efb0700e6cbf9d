using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Tells the host's telemetry which route of the module answered, as text.</summary>
internal static class RouteNote
{
    /// <summary>Puts its template at every endpoint of the group.</summary>
    public static RouteGroupBuilder NoteTemplates(this RouteGroupBuilder group, string pathBase)
    {
        ((IEndpointConventionBuilder)group).Finally(builder =>
        {
            if (builder is RouteEndpointBuilder { RoutePattern.RawText: { } pattern }) builder.Metadata.Add(new RouteTemplate(pathBase + "/" + pattern.TrimStart('/')));
        });
        return group;
    }

    public static void Take(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RouteTemplate>() is { } template && context.Features.Get<IRequestRoute>() is { } route) route.Template = template.Text;
    }
}
