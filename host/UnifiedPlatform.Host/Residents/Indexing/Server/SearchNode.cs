namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>One address with its breaker: after three failures in a row it is left alone for a second, then twice as long each time up to half a minute; one request at a time tries whether it is back.</summary>
internal sealed class SearchNode(Uri address, TimeProvider clock)
{
    private const int FailuresBeforeOpen = 3;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private int _failures;
    private bool _trying;
    private TimeSpan _pause = Shortest;
    private DateTimeOffset _openUntil = DateTimeOffset.MinValue;

    public Uri Address => address;

    /// <summary>Whether a request may go there now.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            if (_failures < FailuresBeforeOpen) return true;
            if (_trying || clock.GetUtcNow() < _openUntil) return false;
            _trying = true;
            return true;
        }
    }

    public void Answered()
    {
        lock (_gate) (_failures, _trying, _pause) = (0, false, Shortest);
    }

    public void Failed()
    {
        lock (_gate)
        {
            _trying = false;
            if (++_failures < FailuresBeforeOpen) return;
            _openUntil = clock.GetUtcNow() + _pause;
            if ((_pause *= 2) > Longest) _pause = Longest;
        }
    }

    /// <summary>The caller gave up by itself; that says nothing about the node.</summary>
    public void LetGo()
    {
        lock (_gate) _trying = false;
    }
}
