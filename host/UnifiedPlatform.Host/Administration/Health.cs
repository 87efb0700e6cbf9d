using System.Text.Json.Serialization;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Administration;

/// <summary><c>GET /health/live</c> says the process answers; <c>GET /health/ready</c> names what still stands in the way.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health");
        health.MapGet("/live", () => new HealthAnswer("live", [])).WithName("Live").Public("A probe has no account, and the answer says nothing but that the process answers.");
        health.MapGet("/ready", ReadyAsync).WithName("Ready").Public("A probe has no account, and reasons name checks, never data.");
    }

    private static async Task<IResult> ReadyAsync(IEnumerable<IReadinessCheck> checks, CancellationToken cancellationToken)
    {
        var reasons = new List<HealthReason>();
        foreach (var check in checks)
            if (await check.ProblemAsync(cancellationToken) is { } problem) reasons.Add(new HealthReason(check.Name, problem));
        return reasons.Count == 0
            ? Results.Json(new HealthAnswer("ready", []))
            : Results.Json(new HealthAnswer("not ready", reasons), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>State of the host for probes.</summary>
internal sealed record HealthAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<HealthReason> Reasons);

/// <summary>One reason why the host is not ready.</summary>
internal sealed record HealthReason(string Check, string Reason);
