using System.Data.Common;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Sees what the command line or another host changed in the trust store.</summary>
internal sealed class TrustRefresh(TrustStore store, TimeProvider clock, ILogger<TrustRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.ReadAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "The trust store could not be read; what was read last counts on.");
            }
        }
    }
}
