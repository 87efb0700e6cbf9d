using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web;

internal sealed class SeeOtherResult(string address) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.CacheControl = "no-store";
        response.Headers.Location = LocalAddress.OrHome(address);
        return Task.CompletedTask;
    }
}
