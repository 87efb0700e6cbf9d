using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Answers of the platform to a changing request that could not be carried out.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, int status, string code)
    {
        var problem = new ProblemDetails { Status = status };
        problem.Extensions["code"] = code;
        return TypedResults.Problem(problem).ExecuteAsync(context);
    }
}
