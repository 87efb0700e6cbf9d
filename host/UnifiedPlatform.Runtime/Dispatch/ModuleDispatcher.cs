using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Sends <c>/m/{id}/…</c> into the module's current generation, under a lease. One rule for all modules: their endpoints never enter the host's route table.</summary>
internal sealed class ModuleDispatcher(RequestDelegate next, ModuleRuntime runtime, RuntimeMetrics metrics, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Address(context.Request.Path, out var id, out var rest) || rest.StartsWithSegments(ModuleOpenApi.Path) || runtime.Slot(id) is not { } slot)
        {
            await next(context);
            return;
        }
        var route = context.Features.Get<IRequestRoute>();
        if (route is not null) route.Module = id;
        if (slot.TryEnter(out var lease) || await runtime.EnterAsync(slot, context.RequestAborted) is { } awaited && Take(awaited, out lease))
            using (lease)
                await AnswerAsync(context, route, slot, lease.Generation, rest);
        else
            Away(context, slot);
    }

    private async Task AnswerAsync(HttpContext context, IRequestRoute? route, Slot slot, Generation generation, PathString rest)
    {
        var started = clock.GetTimestamp();
        var failed = true;
        // At the hard limit of a drain the connection is cut; the server then tells the code by its token.
        using var cut = generation.Cut.UnsafeRegister(static state => ((HttpContext)state!).Abort(), context);
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
            if (route?.Template is { } feature && status < StatusCodes.Status400BadRequest) slot.Statistics.Use(feature, context.Features.Get<IActorFeature>()?.Actor?.Department ?? "");
            metrics.Answered(slot.Id, route?.Template, status, duration);
        }
    }

    // The shell renders the page for it, with the reason where there is one; the client may come again.
    private static void Away(HttpContext context, Slot slot)
    {
        context.Features.Set(new ModuleAwayFeature(slot.Id, slot.Status().LastError));
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        context.Response.Headers.CacheControl = "no-store";
    }

    private static bool Take(Lease awaited, out Lease lease)
    {
        lease = awaited;
        return true;
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
