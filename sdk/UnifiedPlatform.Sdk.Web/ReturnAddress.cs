using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Where a reader comes back to after changing language or display.</summary>
internal static class ReturnAddress
{
    public static string Of(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method)) return LocalAddress.OrHome(request.Path + request.QueryString);
        // A page shown by a post has no address of its own: the form's page does.
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            ? LocalAddress.OrHome(from.PathAndQuery)
            : "/";
    }
}
