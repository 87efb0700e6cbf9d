using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Sends <c>/m/{id}/…</c> into the module's current generation, under a lease. One rule for all modules: their endpoints never enter the host's route table.</summary>
internal sealed class ModuleDispatcher(RequestDelegate next, ModuleRuntime runtime, RuntimeMetrics metrics, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Address(context.Request.Path, out var id, out var rest) || rest.StartsWithSegments(ModuleOpenApi.Path))
        {
            await next(context);
            return;
        }
        if (runtime.Slot(id) is not { } slot)
        {
            await next(context);
            return;
        }
        if (context.Features.Get<IRequestRoute>() is { } route) route.Module = id;
        if (slot.TryEnter(out var lease))
            using (lease)
                await AnswerAsync(context, slot, lease.Generation, rest);
        else
            Away(context);
    }

    private async Task AnswerAsync(HttpContext context, Slot slot, Generation generation, PathString rest)
    {
        var started = clock.GetTimestamp();
        var failed = true;
        try
        {
            await ModuleRequest.RunAsync(generation, context, rest, context.RequestServices);
            failed = false;
        }
        finally
        {
            var status = failed && !context.Response.HasStarted ? StatusCodes.Status500InternalServerError : context.Response.StatusCode;
            var duration = clock.GetElapsedTime(started);
            slot.Statistics.Record(status, duration);
            metrics.Answered(slot.Id, context.Features.Get<IRequestRoute>()?.Template, status, duration);
        }
    }

    // The shell renders the page for it; the client may come again.
    private static void Away(HttpContext context)
    {
        context.Features.Set(new ModuleAwayFeature());
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        context.Response.Headers.CacheControl = "no-store";
    }

    private static bool Address(PathString path, out string id, out PathString rest)
    {
        (id, rest) = ("", default);
        var text = path.Value ?? "";
        if (!text.StartsWith("/m/", StringComparison.Ordinal)) return false;
        var end = text.IndexOf('/', 3);
        id = end < 0 ? text[3..] : text[3..end];
        rest = end < 0 ? "/" : text[end..];
        return id.Length > 0;
    }
}
