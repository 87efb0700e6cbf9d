using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Web sockets for modules: opened from the platform's own pages only, known to the generation, which tells them when it leaves.</summary>
internal static class ModuleSockets
{
    public static void UseSockets(this IApplicationBuilder app, OpenSockets sockets) => app.UseWhen(static context => IsUpgrade(context.Request), upgrade =>
    {
        upgrade.UseWebSockets();
        upgrade.Use(next => context =>
        {
            if (!IsOwn(context.Request))
            {
                context.DecideAccess("denied");
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
            sockets.Watch(context);
            return next(context);
        });
    });

    private static bool IsUpgrade(HttpRequest request) => request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);

    // A browser sends the cookie along from any site's script; only the origin tells them apart. Programs send none.
    private static bool IsOwn(HttpRequest request) => StringValues.IsNullOrEmpty(request.Headers.Origin)
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
