namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Requests of one module since the host started, over all its generations.</summary>
internal sealed class ModuleStatistics
{
    private const int Kept = 512;
    private readonly double[] _lastMs = new double[Kept];
    private readonly Lock _gate = new();
    private long _requests;
    private long _errors;

    public void Record(int status, TimeSpan duration)
    {
        lock (_gate)
        {
            _lastMs[_requests++ % Kept] = duration.TotalMilliseconds;
            if (status >= 500) _errors++;
        }
    }

    public (long Requests, double ErrorRate, double P95Ms) Figures()
    {
        double[] last;
        long requests, errors;
        lock (_gate)
        {
            (requests, errors) = (_requests, _errors);
            last = _lastMs[..(int)Math.Min(requests, Kept)];
        }
        if (requests == 0) return (0, 0, 0);
        Array.Sort(last);
        return (requests, (double)errors / requests, Math.Round(last[(int)Math.Ceiling(last.Length * 0.95) - 1], 2));
    }
}
