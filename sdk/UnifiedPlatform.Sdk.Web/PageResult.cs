using System.Text;
using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Renders a component as the answer. Nothing is sent before the whole page is there, so that a fault becomes an error page.</summary>
internal sealed class PageResult(Type component, Dictionary<string, object?> parameters, int status, PageKind kind) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        foreach (var (name, value) in RouteBinder.For(component).Bind(httpContext.Request.RouteValues)) parameters.TryAdd(name, value);
        // What an earlier page of this request decided, e.g. to be not found, is not this page's: the error page renders after it.
        httpContext.Features.Set<PageOutcome>(null);
        var html = await PageRenderer.RenderAsync(httpContext, component, parameters, kind);
        var outcome = PageOutcome.Of(httpContext);
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        if (outcome.Location is { } location)
        {
            await new SeeOtherResult(location).ExecuteAsync(httpContext);
            return;
        }
        response.StatusCode = outcome.Status ?? status;
        // Without a body the host shows its own page for the status.
        if (outcome.Status is not null) return;
        if (kind == PageKind.Fragment) response.Headers.Vary = PageResults.FragmentHeader;
        response.ContentType = "text/html; charset=utf-8";
        Write(html, response);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static void Write(StringBuilder html, HttpResponse response)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in html.GetChunks()) encoder.Convert(chunk.Span, response.BodyWriter, flush: false, out _, out _);
        encoder.Convert([], response.BodyWriter, flush: true, out _, out _);
    }
}
