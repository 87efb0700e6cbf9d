namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Counts the crashes of a module's versions: a version that crashes too often in too short a time is not started again until an administrator says so.</summary>
internal sealed class Quarantine(int limit, TimeSpan window, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<(string Version, DateTimeOffset At)> _crashes = [];
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);

    public int Crashes
    {
        get
        {
            lock (_gate) return Within().Count();
        }
    }

    /// <summary>Whether the version is held now.</summary>
    public bool Note(string version)
    {
        lock (_gate)
        {
            _crashes.RemoveAll(crash => crash.At <= clock.GetUtcNow() - window);
            _crashes.Add((version, clock.GetUtcNow()));
            return _crashes.Count(crash => crash.Version == version) >= limit && _held.Add(version);
        }
    }

    public bool Holds(string version)
    {
        lock (_gate) return _held.Contains(version);
    }

    public bool Clear()
    {
        lock (_gate)
        {
            var any = _held.Count > 0;
            _held.Clear();
            _crashes.Clear();
            return any;
        }
    }

    private IEnumerable<(string Version, DateTimeOffset At)> Within() => _crashes.Where(crash => crash.At > clock.GetUtcNow() - window);
}
