using System.Data.Common;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Runs writer, sealer and anchors from the first room's start to the last one's stop.</summary>
internal sealed class AuditService([FromKeyedServices(Databases.Audit)] IModuleDatabase database, AuditWriter writer, Sealer sealer, Anchors anchors, AuditSignal signal, TimeProvider clock, ILogger<AuditService> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnchorPace = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _stop = new();
    private Task _sealing = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AuditSchema.CreateAsync(database, cancellationToken);
        }
        catch (DbException failure)
        {
            throw new StartupFailure($"The audit database cannot be opened or created ({failure.Message.ReplaceLineEndings(" ")}). Without audit nothing may be read; repair it or restore it.");
        }
        writer.Start();
        _sealing = Task.Run(SealAsync, CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await writer.StopAsync();
        await _stop.CancelAsync();
        await _sealing;
    }

    public void Dispose() => _stop.Dispose();

    private async Task SealAsync()
    {
        var anchorAt = clock.GetUtcNow() + AnchorPace;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                // One more round at once while batches come in full.
                if (await sealer.SealAsync(_stop.Token) >= Sealer.Batch) continue;
                if (clock.GetUtcNow() >= anchorAt)
                {
                    await anchors.WriteAsync(_stop.Token);
                    anchorAt = clock.GetUtcNow() + AnchorPace;
                }
            }
            catch (Exception failure) when (failure is DbException or IOException or DatabaseBusyException)
            {
                logger.LogError(failure, "Audit entries could not be sealed; they wait where they are.");
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            try
            {
                await signal.WaitAsync(Pace, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
