using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Puts the rates behind the sign-in: it must be known who asks.</summary>
internal static class RequestRatesExtensions
{
    // Assets come from the browser's cache or not at all; probes ask as often as they like.
    private static readonly PathString[] Free = ["/_", "/health"];

    public static void UseRequestRates(this WebApplication app)
    {
        var rates = app.Services.GetRequiredService<RequestRates>();
        app.Use(next => async context =>
        {
            if (IsFree(context.Request.Path) || rates.Allow(context))
            {
                await next(context);
                return;
            }
            context.Response.Headers.RetryAfter = "1";
            if (EndpointRules.IsApi(context.Request.Path)) await SecurityProblems.WriteAsync(context, StatusCodes.Status429TooManyRequests, SecurityProblems.TooMany);
            else context.Response.StatusCode = StatusCodes.Status429TooManyRequests; // The frame gives it its page.
        });
    }

    private static bool IsFree(PathString path) => Free.Any(head => path.Value?.StartsWith(head.Value!, StringComparison.Ordinal) == true);
}
