using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Sweeping;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Drains, stops and unloads a generation that no new request reaches any more.</summary>
internal sealed class GenerationEnd(ModuleRuntimeOptions options, RuntimeMetrics metrics, ILogger<GenerationEnd> logger)
{
    public async Task<UnloadReport> RetireAsync(Generation generation, StopReason reason, bool prove)
    {
        var (id, version, code) = (generation.Info.Id, generation.Info.Version, generation.Code);
        var drained = await DrainAsync(generation);
        await StopAsync(generation, reason);
        if (!prove) return new UnloadReport(drained, false, 0);

        var collections = await ProveAsync(id, code);
        metrics.Unloaded(id, collections > 0);
        if (collections == 0) logger.LogWarning("The code of module {Module} {Version} is still held after unloading.", id, version);
        return new UnloadReport(drained, collections > 0, collections);
    }

    private async Task<int> ProveAsync(string id, WeakReference code)
    {
        try
        {
            return await CodeCollection.ProveAsync(code);
        }
        catch (Exception error)
        {
            // The sweep reads private fields of the framework: a new patch may break it, and only the proof with it.
            logger.LogError(error, "Whether the code of module {Module} is gone could not be proven.", id);
            return 0;
        }
    }

    private async Task<bool> DrainAsync(Generation generation)
    {
        var empty = generation.Leases.CloseAsync();
        await GuardAsync(generation, "drain", generation.DrainAsync());
        if (await Task.WhenAny(empty, Task.Delay(options.DrainLimit)) == empty) return true;
        logger.LogWarning("Module {Module} {Version} did not finish its requests within {Seconds} s.", generation.Info.Id, generation.Info.Version, options.DrainLimit.TotalSeconds);
        return false;
    }

    private async Task StopAsync(Generation generation, StopReason reason)
    {
        using var limit = new CancellationTokenSource(options.StartLimit);
        await GuardAsync(generation, "stop", Task.Run(() => generation.StopAsync(reason, limit.Token), limit.Token).WaitAsync(options.StartLimit));
        await GuardAsync(generation, "dispose", generation.DisposeAsync().AsTask());
    }

    // A module that fails while it leaves still leaves.
    private async Task GuardAsync(Generation generation, string step, Task work)
    {
        try
        {
            await work;
        }
        catch (Exception error)
        {
            logger.LogError(error, "Module {Module} {Version} failed in step {Step}.", generation.Info.Id, generation.Info.Version, step);
        }
    }
}
