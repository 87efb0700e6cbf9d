using System.Collections.Concurrent;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Requests by route and the last failures with their trace id, in memory, bounded; the figures of the administrator's overview.</summary>
internal sealed class RequestStatistics
{
    private const int MaximumRoutes = 2_000;
    private const int KeptFailures = 100;
    private readonly ConcurrentDictionary<(string Method, string Route), RouteCounter> _routes = new();
    private readonly ConcurrentQueue<FailedRequest> _failures = new();
    private readonly MinuteRate _rate = new();

    public void Record(string method, string? template, string? module, int status, TimeSpan duration, DateTimeOffset at, string? traceId)
    {
        var route = template ?? "(no route)";
        // A scanner that tries random methods must not grow the table.
        if (_routes.Count < MaximumRoutes || _routes.ContainsKey((method, route)))
            _routes.GetOrAdd((method, route), _ => new RouteCounter(method, route, module)).Record(status, duration);
        _rate.Record(at, status >= 500);
        if (status < 500) return;
        _failures.Enqueue(new FailedRequest(at, method, route, module, status, traceId));
        while (_failures.Count > KeptFailures) _failures.TryDequeue(out _);
    }

    public IReadOnlyList<RouteFigures> Routes() => [.. _routes.Values.Select(counter => counter.Figures()).OrderByDescending(figures => figures.Requests)];

    public IReadOnlyList<FailedRequest> Failures() => [.. _failures.Reverse()];

    public IReadOnlyList<MinuteFigures> Minutes(DateTimeOffset now) => _rate.Last(now, 60);
}

/// <summary>A request that ended with 500 or above.</summary>
public sealed record FailedRequest(DateTimeOffset At, string Method, string Route, string? Module, int Status, string? TraceId);

/// <summary>Figures of one route since the start.</summary>
public sealed record RouteFigures(string Method, string Route, string? Module, long Requests, long Refused, long Errors, double P50Ms, double P95Ms, double P99Ms);
