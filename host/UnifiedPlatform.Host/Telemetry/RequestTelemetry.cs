using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Completes the framework's request span (route, status, error) and counts requests by route template. The path itself is never kept.</summary>
internal sealed class RequestTelemetry(RequestDelegate next, RequestStatistics statistics, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var route = new RequestRoute();
        context.Features.Set<IRequestRoute>(route);
        var started = clock.GetTimestamp();
        var failed = true;
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            var status = failed && !context.Response.HasStarted ? StatusCodes.Status500InternalServerError : context.Response.StatusCode;
            var template = route.Template ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            Complete(context, template, route.Module, status);
            // A probe that is told to wait is no failed request.
            if (template is null || !template.StartsWith("/health", StringComparison.Ordinal))
                statistics.Record(context.Request.Method, template, route.Module, status, clock.GetElapsedTime(started), clock.GetUtcNow(), Activity.Current?.TraceId.ToHexString());
        }
    }

    private static void Complete(HttpContext context, string? template, string? module, int status)
    {
        if (module is not null && context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.Tags.Add(new KeyValuePair<string, object?>("up.module", module));
            if (template is not null) metrics.Tags.Add(new KeyValuePair<string, object?>("up.route", template));
        }
        if (Activity.Current is not { IsAllDataRequested: true } span) return;
        span.DisplayName = template is null ? context.Request.Method : $"{context.Request.Method} {template}";
        if (template is not null) span.SetTag("http.route", template);
        if (module is not null) span.SetTag("up.module", module);
        span.SetTag("http.response.status_code", status);
        if (status >= 500) span.SetStatus(ActivityStatusCode.Error);
    }

    private sealed class RequestRoute : IRequestRoute
    {
        public string? Template { get; set; }

        public string? Module { get; set; }
    }
}
