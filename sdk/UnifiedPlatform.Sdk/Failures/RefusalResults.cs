using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace UnifiedPlatform.Sdk.Failures;

/// <summary>Turns a refusal into the answer of an endpoint.</summary>
public static class RefusalResults
{
    /// <summary>The answer <c>application/problem+json</c> of RFC 9457 with the member <c>code</c> and the refusal's own members.</summary>
    public static ProblemHttpResult ToResult(this Refusal refusal) => TypedResults.Problem(refusal.ToProblem());

    /// <summary>The problem document.</summary>
    public static ProblemDetails ToProblem(this Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var problem = new ProblemDetails { Status = refusal.Status, Detail = refusal.Detail };
        foreach (var (name, value) in refusal.Extensions ?? new Dictionary<string, object?>()) problem.Extensions[name] = value;
        problem.Extensions["code"] = refusal.Code;
        return problem;
    }
}
