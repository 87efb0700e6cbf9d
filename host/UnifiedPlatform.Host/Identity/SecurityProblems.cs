using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Problem documents of this room. The code is also the key of the title.</summary>
internal static class SecurityProblems
{
    public const string KeyRefused = "security.key-refused";
    public const string TooMany = "security.too-many-requests";
    public const string StepUp = "security.step-up-required";

    public static Task WriteAsync(HttpContext context, int status, string code)
    {
        context.DecideAccess("denied");
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        var problem = new ProblemDetails { Status = status, Title = context.RequestServices.GetService<IShell>()?.Texts[code] ?? code };
        problem.Extensions["code"] = code;
        if (Activity.Current is { } activity) problem.Extensions["traceId"] = activity.TraceId.ToHexString();
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }
}
