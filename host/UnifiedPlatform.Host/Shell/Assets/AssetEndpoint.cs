using Microsoft.Net.Http.Headers;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Shell.Assets;

/// <summary>Serves the assets. An address holds the hash of its content, so browsers keep it for ever.</summary>
internal static class AssetEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/_up/{hash}/{name}", Methods, SendAsync).WithDisplayName("asset").Public("The design system holds nothing of anybody.");

    private static async Task SendAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<PlatformAssets>().At(context.Request.Path.Value ?? "") is not { } asset)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var response = context.Response;
        response.ContentType = asset.MediaType;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var (encoding, content) = Choose(context.Request.Headers.AcceptEncoding, asset);
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static (string? Encoding, byte[] Content) Choose(string? accepted, Asset asset)
    {
        var offers = (accepted ?? "").Split(',', StringSplitOptions.TrimEntries).Where(offer => !offer.EndsWith(";q=0", StringComparison.Ordinal)).Select(offer => offer.Split(';')[0]).ToArray();
        if (offers.Contains("br", StringComparer.OrdinalIgnoreCase)) return ("br", asset.Brotli);
        return offers.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? ("gzip", asset.Gzip) : (null, asset.Content);
    }
}
