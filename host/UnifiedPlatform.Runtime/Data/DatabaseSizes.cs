using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>Measures the databases of running modules now and then; whoever reads the status reads the last measurement.</summary>
internal sealed class DatabaseSizes(ModuleRuntime runtime, TimeProvider clock, ILogger<DatabaseSizes> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        foreach (var slot in runtime.Slots.Where(slot => slot.IsRunning && slot.Package?.Manifest.Data is not null))
            try
            {
                slot.Statistics.DatabaseBytes = await runtime.UseAsync(slot.Id, ModuleWork.Call, (services, left) => DatabaseSize.OfAsync(services.GetRequiredService<IModuleDatabase>(), left), cancellationToken);
            }
            catch (Exception error) when (error is ModuleAwayException or ModuleCallException)
            {
                logger.LogDebug("The database of module {Module} could not be measured: {Reason}", slot.Id, error.Message);
            }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do await MeasureAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
