using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Tells the host's telemetry which route of the module answered, as text.</summary>
internal static class RouteNote
{
    public static void Take(HttpContext context)
    {
        if (context.Features.Get<IRequestRoute>() is { } route && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
            route.Template = context.Request.PathBase + "/" + pattern.TrimStart('/');
    }
}
