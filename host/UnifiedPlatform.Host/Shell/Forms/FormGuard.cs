using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Host.Shell.Errors;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Shell.Forms;

/// <summary>Lets unsafe requests of browsers pass only from our own pages: same origin first, then the token. Stands before every endpoint, of the host and of modules.</summary>
internal sealed class FormGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public const long UploadLimit = 26L << 20;

    /// <summary>Cause of a refusal: the form's token is missing, too old or another account's.</summary>
    public const string Expired = "platform.form-expired";

    // The framework refuses endpoints that read forms unless it finds this mark of its own middleware.
    private const string CheckedMark = "__AntiforgeryMiddlewareWithEndpointInvoked";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsNeeded(context))
        {
            context.Items[CheckedMark] = true;
            await next(context);
            return;
        }
        if (!IsOurs(context.Request) || !await HasTokenAsync(context))
        {
            context.Features.Set(new ErrorCause(Expired));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        context.Items[CheckedMark] = true;
        await next(context);
    }

    private static bool IsNeeded(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method)) return false;
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }) return false;
        // A program names itself by a key, which no other site can add to a request; with a cookie it is a browser.
        if (request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return false;
        return !ErrorAnswer.IsApi(request) || request.Headers.Cookie.Count > 0;
    }

    /// <summary>Whether a page of ours sent it.</summary>
    public static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" => request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}",
        var site => site == "same-origin",
    };

    /// <summary>Lets the request be as large as people who are, or were, signed in may send.</summary>
    public static void LetUpload(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
            size.MaxRequestBodySize = Math.Max(size.MaxRequestBodySize ?? long.MaxValue, UploadLimit);
    }

    private async Task<bool> HasTokenAsync(HttpContext context)
    {
        if (context.Features.Get<IActorFeature>()?.Actor is not null || context.Features.Get<EndedSession>() is not null) LetUpload(context);
        return await antiforgery.IsRequestValidAsync(context);
    }
}
