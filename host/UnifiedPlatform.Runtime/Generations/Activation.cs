using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Data;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Exchanges the generation of a slot. The caller holds the slot's turn.</summary>
internal sealed class Activation(GenerationStarter starter, GenerationEnd end, Backups backups, TimeProvider clock, ILogger<Activation> logger)
{
    /// <summary>Raised when another generation serves or none does any more.</summary>
    public event Action<Slot>? Changed;

    /// <summary>Raised when a background service of a running generation ended by an exception, with the exception's name.</summary>
    public event Action<Slot, InstalledPackage, string>? Crashed;

    /// <summary>Raised when a generation that took over before it was warmed turns out not to work, with the reason.</summary>
    public event Action<Slot, InstalledPackage, ModuleFailure>? Unfit;

    public async Task<SwapReport> RunAsync(SwapCall call, CancellationToken cancellationToken)
    {
        var (slot, manifest) = (call.Slot, call.Package.Manifest);
        var from = slot.IsRunning ? slot.Status().Version : null;
        if (slot.Quarantine.Holds(call.Version)) return Refused(call, from, new ModuleFailure(ModuleFailureCodes.Quarantined, call.Version));
        if (from is null) slot.BeginOpening(call.Package);
        try
        {
            var steps = StepsOf(call.Package, call);
            return manifest.Reload == ModuleReload.Maintenance && from is not null
                ? await StandInAsync(call, from, steps, cancellationToken)
                : await SwapAsync(call, from, steps, cancellationToken);
        }
        catch (ModuleRefusedException refused)
        {
            return Refused(call, from, refused.Failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (!slot.IsRunning) slot.Stand(ModuleState.Cold, manifest, null);
            throw;
        }
        finally
        {
            slot.EndOpening();
        }
    }

    public async Task<UnloadReport> EndAsync(Slot slot, StopReason reason, IProgress<ModuleStep>? progress)
    {
        var manifest = slot.Status().Manifest;
        var report = new UnloadReport(true, true, 0);
        if (slot.Exchange(null, null) is { } old)
        {
            slot.Stand(ModuleState.Draining, manifest, null);
            Changed?.Invoke(slot);
            report = await end.RetireAsync(old, slot, reason, SwapPolicy.Default, progress);
        }
        slot.Stand(reason == StopReason.Disabled ? ModuleState.Disabled : ModuleState.Stopped, manifest, null);
        return report;
    }

    private async Task<SwapReport> SwapAsync(SwapCall call, string? from, Steps steps, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var next = await starter.PrepareAsync(call.Package, call.Policy, steps, cancellationToken);
        await starter.StartAsync(next, call.Policy, steps, cancellationToken);
        var old = TakeOver(call.Slot, call.Package, next, steps);
        if (call.Policy.WarmsAfter is { } moment) _ = WarmAfterAsync(moment, call, next.Generation, steps);
        var report = new SwapReport(call.Slot.Status(), from, call.Version, null) { Preparation = steps.Since(started), Backup = next.Backup?.Name };
        if (old is null) return report;
        var ending = end.RetireAsync(old, call.Slot, StopReason.Replaced, call.Policy, call.Progress);
        return call.Policy.WaitsForEnd ? report with { Old = await ending, Status = call.Slot.Status() } : report;
    }

    // The old version stops first; when the new one does not start, its data and then it itself come back.
    private async Task<SwapReport> StandInAsync(SwapCall call, string from, Steps steps, CancellationToken cancellationToken)
    {
        var (slot, started) = (call.Slot, clock.GetTimestamp());
        var next = await starter.PrepareAsync(call.Package, call.Policy, steps, cancellationToken);
        var (before, away) = (slot.Package, clock.GetTimestamp());
        slot.BeginOpening(call.Package);
        var ended = slot.Exchange(null, null) is { } old ? await end.RetireAsync(old, slot, StopReason.Replaced, call.Policy, call.Progress) : null;
        try
        {
            await starter.StartAsync(next, call.Policy, steps, CancellationToken.None);
        }
        catch (ModuleRefusedException refused) when (before is not null)
        {
            logger.LogError("Module {Module} {Version} did not start in place of {From}: {Reason}. The version before comes back.", slot.Id, call.Version, from, refused.Failure);
            if (next.Backup is { } backup) await backups.RestoreAsync(backup, CancellationToken.None);
            await BringBackAsync(call, before);
            throw;
        }
        TakeOver(slot, call.Package, next, steps);
        return new SwapReport(slot.Status(), from, call.Version, null) { Preparation = steps.Since(started), Away = steps.Since(away), Old = ended, Backup = next.Backup?.Name };
    }

    private async Task BringBackAsync(SwapCall call, InstalledPackage before)
    {
        var steps = StepsOf(before, call);
        var again = await starter.PrepareAsync(before, SwapPolicy.Default, steps, CancellationToken.None);
        await starter.StartAsync(again, SwapPolicy.Default, steps, CancellationToken.None);
        TakeOver(call.Slot, before, again, steps);
    }

    private async Task WarmAfterAsync(Task moment, SwapCall call, Generation generation, Steps steps)
    {
        await moment;
        if (!generation.Leases.TryEnter()) return;
        try
        {
            await starter.WarmAsync(generation, steps, generation.Cut);
        }
        catch (ModuleRefusedException refused)
        {
            Unfit?.Invoke(call.Slot, call.Package, refused.Failure);
        }
        catch (OperationCanceledException) when (generation.Cut.IsCancellationRequested)
        {
            logger.LogInformation("Module {Module} {Version} left before it was warm.", call.Slot.Id, call.Version);
        }
        finally
        {
            generation.Leases.Leave();
        }
    }

    private Generation? TakeOver(Slot slot, InstalledPackage package, Candidate next, Steps steps)
    {
        var swap = steps.Begin(ModulePhase.Swap);
        var old = slot.Exchange(next.Generation, package);
        slot.Stand(ModuleState.Running, package.Manifest, null);
        slot.WaitForRestart(null);
        slot.EndOpening();
        steps.End(ModulePhase.Swap, StepState.Done, swap);
        next.Generation.Watch(thrown => Crashed?.Invoke(slot, package, thrown));
        logger.LogInformation("Module {Module} {Version} runs.", slot.Id, package.Manifest.Version);
        Changed?.Invoke(slot);
        return old;
    }

    private SwapReport Refused(SwapCall call, string? from, ModuleFailure failure)
    {
        var slot = call.Slot;
        logger.LogError("Module {Module} {Version} does not run: {Reason}.", slot.Id, call.Version, failure);
        if (failure.Code == ModuleFailureCodes.RestartNeeded) slot.WaitForRestart(call.Version);
        else if (ModuleFailureCodes.IsCrash(failure.Code) && slot.Quarantine.Note(call.Version)) logger.LogError("Module {Module} {Version} crashed too often and is quarantined.", slot.Id, call.Version);
        if (slot.IsRunning) slot.Keep(failure);
        else slot.Stand(slot.Quarantine.Holds(call.Version) ? ModuleState.Quarantined : ModuleState.Failed, call.Package.Manifest, failure);
        return new SwapReport(slot.Status(), from, call.Version, failure);
    }

    private Steps StepsOf(InstalledPackage package, SwapCall call) => new(package.Manifest, call.Progress, clock, logger);
}
