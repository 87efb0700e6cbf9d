using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>A page rendered on the server without a circuit. Give it <c>@page</c> and a rule (<c>[Needs]</c>, <c>[SignedIn]</c> or <c>[Public]</c>); <see cref="PageRoutes.MapPages(Modules.IModuleRoutes)"/> maps it.</summary>
/// <remarks>Route values and <c>[SupplyParameterFromQuery]</c> fill its parameters. It does not listen to events: forms post to ordinary endpoints.</remarks>
public abstract class PlatformPage : ComponentBase
{
    /// <summary>The request the page answers.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!; // the page frame always supplies it

    /// <summary>Texts of the package the page belongs to.</summary>
    [Inject]
    protected ITexts Texts { get; set; } = default!; // set by the renderer before the first render

    /// <summary>The frame around the page.</summary>
    [Inject]
    protected IShell Shell { get; set; } = default!; // set by the renderer before the first render

    /// <summary>Cancelled when the reader leaves.</summary>
    protected CancellationToken Left => Http.RequestAborted;

    /// <summary>What was typed when the page shows a refused post again; null otherwise. Fields inside a <c>PostForm</c> take their values from it by themselves.</summary>
    [Parameter]
    public FormState? Form { get; set; }

    /// <summary>Answers with the platform's page for this status instead of the page's own content: 403, 404, 409, 503.</summary>
    protected void Answer(int status) => PageOutcome.Of(Http).Status = status;

    /// <summary>Answers 404, also for a record out of the reader's scope.</summary>
    protected void NotFound() => Answer(StatusCodes.Status404NotFound);

    /// <summary>Sends the reader to another address (303) instead of showing the page.</summary>
    protected void GoTo(string address) => PageOutcome.Of(Http).Location = address;
}
