using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Outermost part of a pipeline: an answer that begins without a recorded decision of the gate is stopped.</summary>
public static class ResponseGuard
{
    /// <summary>Adds the guard as the first part of the pipeline.</summary>
    public static IApplicationBuilder UseResponseGuard(this IApplicationBuilder app) => app.Use(static next => context =>
    {
        context.Response.OnStarting(Stop, context);
        return next(context);
    });

    /// <summary>Marks an answer given outside the endpoints (static assets, error pages, redirects of the host itself) as decided.</summary>
    public static void DecideAccess(this HttpContext context, string why)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Set(new AccessDecisionFeature(why));
    }

    private static Task Stop(object state)
    {
        var context = (HttpContext)state;
        if (context.Features.Get<AccessDecisionFeature>() is not null || context.Response.StatusCode >= StatusCodes.Status400BadRequest) return Task.CompletedTask;
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ResponseGuard))
            .LogError("An answer began without a decision of access and was stopped: {Code}.", AccessDenial.Undecided);
        throw new InvalidOperationException(AccessDenial.Undecided);
    }
}
