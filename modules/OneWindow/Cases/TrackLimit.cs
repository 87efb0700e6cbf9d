using System.Collections.Concurrent;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Few tries a minute for one address and for one number, so that codes cannot be guessed.</summary>
internal sealed class TrackLimit(TimeProvider clock)
{
    public const int Tries = 10;
    private const int MaxKept = 10_000;

    private readonly ConcurrentDictionary<string, (long Minute, int Tries)> _tries = new();

    public bool Allows(string what)
    {
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_tries.Count > MaxKept)
            foreach (var old in _tries.Where(kept => kept.Value.Minute < minute)) _tries.TryRemove(old);
        return _tries.AddOrUpdate(what, (minute, 1), (_, kept) => kept.Minute == minute ? (minute, kept.Tries + 1) : (minute, 1)).Tries <= Tries;
    }
}
