using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Answers of the platform to a changing request that could not be carried out.</summary>
internal static class Problems
{
    public const string Busy = "busy", ChangedMeanwhile = "changed-meanwhile", KeyInvalid = "key-invalid", KeyReused = "key-reused";

    /// <summary>A problem document for the API; on pages the bare status, which the frame turns into its error page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="head">First part of the code: the module, or <c>idempotency</c>.</param>
    /// <param name="what">Second part of the code and key of the sentence.</param>
    public static Task WriteAsync(HttpContext context, int status, string head, string what)
    {
        if (!IsApi(context.Request))
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
        var detail = context.RequestServices.GetService<IShell>()?.Texts["data." + what] ?? "";
        return new Refusal($"{head}.{what}", status, detail).ToResult().ExecuteAsync(context);
    }

    private static bool IsApi(HttpRequest request) => (request.PathBase + request.Path).Value?.Contains("/api/", StringComparison.Ordinal) == true;
}
