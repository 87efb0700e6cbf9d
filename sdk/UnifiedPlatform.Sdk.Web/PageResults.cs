using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Answers of form endpoints.</summary>
public static class PageResults
{
    /// <summary>Renders a whole page in its frame. After a refused post: status 422, the typed values in <see cref="PlatformPage.Form"/>.</summary>
    /// <param name="parameters">Parameters by name: a dictionary, or an object whose properties are taken. Route values are added.</param>
    /// <param name="status">HTTP status.</param>
    public static IResult Page<TPage>(object? parameters = null, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new PageResult(typeof(TPage), PageParameters.From(parameters), status, PageKind.Page);

    /// <summary>Renders the page again with what was typed and what is wrong with it (422).</summary>
    public static IResult Again<TPage>(FormState form, object? parameters = null, int status = StatusCodes.Status422UnprocessableEntity) where TPage : PlatformPage
    {
        var values = PageParameters.From(parameters);
        values[nameof(PlatformPage.Form)] = form;
        return new PageResult(typeof(TPage), values, status, PageKind.Page);
    }

    /// <summary>Renders a component alone, for the enhancement script or a card.</summary>
    public static IResult Fragment<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK) where TComponent : IComponent =>
        new PageResult(typeof(TComponent), PageParameters.From(parameters), status, PageKind.Fragment);

    /// <summary>303 to a local address: the ordinary answer to a successful post.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    /// <summary>Whether the enhancement script asks for a part of the page only.</summary>
    public static bool WantsFragment(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.ContainsKey(FragmentHeader);
    }

    internal const string FragmentHeader = "X-Up-Fragment";
}
