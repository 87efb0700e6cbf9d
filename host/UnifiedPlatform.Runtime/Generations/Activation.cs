using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Exchanges the generation of a slot. The caller holds the slot's turn.</summary>
internal sealed class Activation(GenerationStarter starter, GenerationEnd end, ILogger<Activation> logger)
{
    public async Task<SwapReport> RunAsync(Slot slot, InstalledPackage package, SwapPolicy policy, IProgress<ModuleStep>? progress, CancellationToken cancellationToken)
    {
        var from = slot.IsRunning ? slot.Status().Version : null;
        if (from is null) slot.Stand(ModuleState.Starting, package.Manifest, null);
        try
        {
            var next = await starter.StartAsync(package, cancellationToken);
            var old = slot.Exchange(next);
            slot.Stand(ModuleState.Running, package.Manifest, null);
            logger.LogInformation("Module {Module} {Version} runs.", package.Manifest.Id, package.Manifest.Version);
            var ended = old is null ? null : await end.RetireAsync(old, StopReason.Replaced, prove: true);
            return new SwapReport(slot.Status(), from, package.Manifest.Version, null) { Old = ended };
        }
        catch (ModuleRefusedException refused)
        {
            logger.LogError("Module {Module} {Version} does not run: {Reason}.", package.Manifest.Id, package.Manifest.Version, refused.Failure);
            if (from is null) slot.Stand(ModuleState.Failed, package.Manifest, refused.Failure);
            else slot.Keep(refused.Failure);
            return new SwapReport(slot.Status(), from, package.Manifest.Version, refused.Failure);
        }
    }

    public async Task<UnloadReport> EndAsync(Slot slot, StopReason reason, IProgress<ModuleStep>? progress)
    {
        var manifest = slot.Status().Manifest;
        if (slot.Exchange(null) is not { } old)
        {
            slot.Stand(Afterwards(reason), manifest, null);
            return new UnloadReport(true, true, 0);
        }
        slot.Stand(ModuleState.Draining, manifest, null);
        var report = await end.RetireAsync(old, reason, prove: reason != StopReason.HostShutdown);
        slot.Stand(Afterwards(reason), manifest, null);
        return report;
    }

    private static ModuleState Afterwards(StopReason reason) => reason == StopReason.Disabled ? ModuleState.Disabled : ModuleState.Stopped;
}
