using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Dispatch;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>How much a module may log: so many messages a second, and a burst. The rest is counted and left out, so that nobody else's log drowns.</summary>
internal sealed class LogBudget(string module, ModuleRuntimeOptions options, RuntimeMetrics metrics, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private double _left = options.LogBurst;
    private long _last = clock.GetTimestamp();
    private long _told = long.MinValue;
    private long _dropped;

    public bool Take()
    {
        long untold;
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _left = Math.Min(options.LogBurst, _left + (clock.GetElapsedTime(_last, now).TotalSeconds * options.LogRate));
            _last = now;
            if (_left >= 1)
            {
                _left--;
                return true;
            }
            _dropped++;
            if (_told != long.MinValue && clock.GetElapsedTime(_told, now) < TellEvery) return false;
            (untold, _told, _dropped) = (_dropped, now, 0);
        }
        metrics.Dropped(module, untold);
        logger.LogWarning("Module {Module} logs more than {Rate} messages a second; {Count} are left out.", module, options.LogRate, untold);
        return false;
    }
}
