namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Counts one route and keeps its durations in buckets that double in quarter steps, so a percentile is at most 19 % off.</summary>
internal sealed class RouteCounter(string method, string route, string? module)
{
    private const int Buckets = 80;
    private const double FirstMs = 0.05;
    private readonly long[] _durations = new long[Buckets];
    private long _requests;
    private long _refused;
    private long _errors;

    public void Record(int status, TimeSpan duration)
    {
        Interlocked.Increment(ref _requests);
        if (status >= 500) Interlocked.Increment(ref _errors);
        else if (status >= 400) Interlocked.Increment(ref _refused);
        var bucket = (int)Math.Clamp(Math.Ceiling(4 * Math.Log2(Math.Max(duration.TotalMilliseconds, FirstMs) / FirstMs)), 0, Buckets - 1);
        Interlocked.Increment(ref _durations[bucket]);
    }

    public RouteFigures Figures() => new(
        method, route, module, Interlocked.Read(ref _requests), Interlocked.Read(ref _refused), Interlocked.Read(ref _errors), Percentile(0.50), Percentile(0.95), Percentile(0.99));

    private double Percentile(double share)
    {
        var total = _durations.Sum();
        if (total == 0) return 0;
        long seen = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            seen += Interlocked.Read(ref _durations[bucket]);
            if (seen >= share * total) return FirstMs * Math.Pow(2, bucket / 4.0);
        }
        return FirstMs * Math.Pow(2, (Buckets - 1) / 4.0);
    }
}
