using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Sweeping;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Drains, stops and unloads a generation that no new request reaches any more.</summary>
internal sealed class GenerationEnd(ModuleRuntimeOptions options, RuntimeMetrics metrics, TimeProvider clock, ILogger<GenerationEnd> logger)
{
    public async Task<UnloadReport> RetireAsync(Generation generation, Slot slot, StopReason reason, SwapPolicy policy, IProgress<ModuleStep>? progress)
    {
        var steps = new Steps(generation.Manifest, progress, clock, logger);
        var soft = policy.SoftLimit ?? (reason == StopReason.HostShutdown ? TimeSpan.Zero : options.SoftLimit);
        var hard = policy.HardLimit ?? (reason == StopReason.HostShutdown ? options.ShutdownLimit : options.HardLimit);
        var drained = await DrainAsync(generation, soft, hard, steps);
        await steps.TryAsync(ModulePhase.Stop, options.StopLimit, left => generation.StopAsync(reason, left));
        var code = await LetGoAsync(generation, steps);
        if (reason == StopReason.HostShutdown || code is null) return new UnloadReport(drained, false, 0);

        var collections = await ProveAsync(slot.Id, code, steps);
        slot.Ended(code, collections > 0);
        metrics.Unloaded(slot.Id, collections > 0);
        if (collections == 0) logger.LogWarning("The code of module {Module} {Version} is still held after unloading.", slot.Id, steps.Manifest.Version);
        return new UnloadReport(drained, collections > 0, collections);
    }

    /// <summary>Lets go of a generation that never served.</summary>
    public async Task DropAsync(Generation generation, Steps steps)
    {
        if (generation.IsStarted)
        {
            await Bounded.RunQuietlyAsync(generation.TellAsync, options.StopLimit);
            await steps.TryAsync(ModulePhase.Stop, options.StopLimit, left => generation.StopAsync(StopReason.Replaced, left));
        }
        await LetGoAsync(generation, steps);
    }

    private async Task<WeakReference?> LetGoAsync(Generation generation, Steps steps)
    {
        var code = generation.IsCollectible ? generation.Code : null;
        await steps.TryAsync(ModulePhase.Unload, options.StopLimit, _ => generation.ReleaseAsync());
        generation.Dispose();
        return code;
    }

    private async Task<bool> DrainAsync(Generation generation, TimeSpan soft, TimeSpan hard, Steps steps)
    {
        var started = steps.Begin(ModulePhase.Drain);
        var empty = generation.Leases.CloseAsync();
        var drained = await WithinAsync(empty, soft);
        // Callbacks of the module hang on its stop token.
        await Bounded.RunQuietlyAsync(generation.TellAsync, options.StopLimit);
        drained = drained || await WithinAsync(empty, hard - soft);
        if (!drained)
        {
            logger.LogWarning("Module {Module} {Version} still had {Inside} calls inside after {Seconds} s; they are cut off.", generation.Info.Id, generation.Info.Version, generation.Leases.Inside, hard.TotalSeconds);
            await Bounded.RunQuietlyAsync(generation.CutAsync, options.StopLimit);
            await WithinAsync(empty, options.CutGrace);
        }
        steps.End(ModulePhase.Drain, drained ? StepState.Done : StepState.Failed, started);
        return drained;
    }

    private static async Task<bool> WithinAsync(Task empty, TimeSpan limit) =>
        empty.IsCompleted || (limit > TimeSpan.Zero && await Task.WhenAny(empty, Task.Delay(limit)) == empty);

    private async Task<int> ProveAsync(string id, WeakReference code, Steps steps)
    {
        var started = steps.Begin(ModulePhase.Prove);
        var collections = 0;
        try
        {
            collections = await CodeCollection.ProveAsync(code);
        }
        catch (Exception error)
        {
            // The sweep reads private fields of the framework: a new patch may break it, and only the proof with it.
            logger.LogError(error, "Whether the code of module {Module} is gone could not be proven.", id);
        }
        steps.End(ModulePhase.Prove, collections > 0 ? StepState.Done : StepState.Failed, started);
        return collections;
    }
}
