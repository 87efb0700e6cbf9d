using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Root of every answer: hands the request down and puts a page into its layout.</summary>
internal sealed class PageFrame : ComponentBase
{
    [Parameter, EditorRequired]
    public HttpContext Http { get; set; } = default!; // always given by the renderer

    [Parameter, EditorRequired]
    public Type Component { get; set; } = default!; // always given by the renderer

    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, object?> Parameters { get; set; } = default!; // always given by the renderer

    [Parameter]
    public PageKind Kind { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenComponent<CascadingValue<HttpContext>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Http);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), Kind == PageKind.Page ? (RenderFragment)InLayout : Content);
        builder.CloseComponent();
    }

    private void InLayout(RenderTreeBuilder builder)
    {
        builder.OpenComponent<LayoutView>(0);
        builder.AddComponentParameter(1, nameof(LayoutView.Layout), Component.GetCustomAttribute<LayoutAttribute>()?.LayoutType ?? typeof(PlatformLayout));
        builder.AddComponentParameter(2, nameof(LayoutView.ChildContent), (RenderFragment)Content);
        builder.CloseComponent();
    }

    private void Content(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, Component);
        foreach (var (name, value) in Parameters) builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    }
}
