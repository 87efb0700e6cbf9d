using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Renders one component with the services of the request, whichever container they come from.</summary>
internal static class PageRenderer
{
    public static async Task<StringBuilder> RenderAsync(HttpContext http, Type component, IReadOnlyDictionary<string, object?> parameters, PageKind kind)
    {
        await using var services = new PageServices(http);
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var frame = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PageFrame.Http)] = http,
                [nameof(PageFrame.Component)] = component,
                [nameof(PageFrame.Parameters)] = parameters,
                [nameof(PageFrame.Kind)] = kind,
            });
            var root = await renderer.RenderComponentAsync<PageFrame>(frame);
            var html = new StringBuilder();
            await using var writer = new StringWriter(html);
            root.WriteHtmlTo(writer);
            return html;
        });
    }
}
