using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>The overview's figures for machines: <c>GET /api/admin/requests</c>.</summary>
internal static class RequestsApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/admin/requests", (RequestStatistics statistics) => new RequestsAnswer(statistics.Routes(), statistics.Failures()))
        .WithName("ListRequests").Needs("system.telemetry.view");
}

/// <summary>Requests by route and the last failures.</summary>
internal sealed record RequestsAnswer(IReadOnlyList<RouteFigures> Routes, IReadOnlyList<FailedRequest> Failures);
