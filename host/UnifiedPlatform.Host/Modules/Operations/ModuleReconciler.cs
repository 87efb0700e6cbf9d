using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Drives what runs to what is wanted: at the start, when somebody asks, and every few seconds for what another host or the command line asked for. Works on each module alone, so that one that hangs holds up no other.</summary>
internal sealed class ModuleReconciler(
    ModuleLedger ledger, OfferedModules offered, OperationRunner runner, PackageFetch packages, IModuleRuntime runtime, IPackageStore store, Databases databases, ModuleSettings settings, Served served,
    ThisHost host, ReconcilerSignal signal, IHostApplicationLifetime lifetime, IConfiguration configuration, TimeProvider clock, ILogger<ModuleReconciler> logger) : IHostedService, IReadinessCheck, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long the host's start waits for its modules; what takes longer starts while the host serves.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Drive> _drives = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Wanted, DateTimeOffset At)> _failures = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _settingsChange;
    private Task _rounds = Task.CompletedTask;
    private volatile bool _tried;

    public string Name => "modules";

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_tried ? null : "modules are being started");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => _listens.TrySetResult());
        store.CleanStaging();
        await TakeOfferedAsync(cancellationToken);
        var first = await RoundAsync(cancellationToken);
        _ = first.ContinueWith(_ => _tried = true, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await Task.WhenAny(first, Task.Delay(StartPatience, cancellationToken));
        _settingsChange = ChangeToken.OnChange(configuration.GetReloadToken, signal.Wake);
        _rounds = Task.Run(RoundsAsync, CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _settingsChange?.Dispose();
        await _stop.CancelAsync();
        await _rounds;
        await Task.WhenAny(Task.WhenAll(_drives.Values.Select(drive => drive.Work)), Task.Delay(Timeout.Infinite, cancellationToken));
        try
        {
            await Task.WhenAll(runtime.Modules.Where(module => module.State is ModuleState.Running or ModuleState.Draining)
                .Select(module => runtime.DeactivateAsync(module.Id, StopReason.HostShutdown, null, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The time to stop is up while modules still start or stop; they end with the process.");
        }
    }

    public void Dispose()
    {
        _settingsChange?.Dispose();
        _stop.Dispose();
    }

    private async Task TakeOfferedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await offered.TakeAsync(await ledger.ReadAsync(cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another host on the same database took the same packages in the same moment; what it wrote is seen now.
            await offered.TakeAsync(await ledger.ReadAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task RoundsAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(Pace, _stop.Token);
                await RoundAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or DatabaseBusyException or IOException)
            {
                logger.LogError(failure, "What is wanted of the modules cannot be read; what runs runs on.");
            }
        }
    }

    /// <summary>Begins what is to be done; gives the end of it.</summary>
    private async Task<Task> RoundAsync(CancellationToken cancellationToken)
    {
        // The store first: a package that is there already has its row or its open operation by now.
        var stored = store.Ids;
        var picture = await ledger.ReadAsync(cancellationToken);
        var modules = picture.Desired.Select(row => row.Id).Concat(picture.Open.Select(row => row.Module)).Concat(stored).Concat(runtime.Modules.Select(module => module.Id)).Distinct(StringComparer.Ordinal);
        return Task.WhenAll(modules.Select(module => Begin(module, picture)).ToArray());
    }

    private Task Begin(string module, ModulesPicture picture)
    {
        if (_drives.TryGetValue(module, out var running))
        {
            if (picture.OpenOf(module) is { CallOff: true }) running.CallOff.Cancel();
            return running.Work;
        }
        if (!NeedsWork(module, picture)) return Task.CompletedTask;
        var drive = new Drive();
        _drives[module] = drive;
        drive.Work = Task.Run(() => DriveAsync(module, picture, drive), CancellationToken.None);
        return drive.Work;
    }

    private async Task DriveAsync(string module, ModulesPicture picture, Drive drive)
    {
        var again = false;
        try
        {
            if (picture.OpenOf(module) is { } open && IsOurs(open)) await OperateAsync(open, picture, drive);
            else await SettleAsync(module, picture, _stop.Token);
            again = true;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            logger.LogInformation("The work on module {Module} stops with the host.", module);
        }
        catch (Exception failure)
        {
            // The next round tries again; the other modules are not held up.
            logger.LogError(failure, "The work on module {Module} failed.", module);
        }
        finally
        {
            _drives.TryRemove(module, out _);
            if (again && !_stop.IsCancellationRequested) signal.Wake();
        }
    }

    private async Task OperateAsync(Operation open, ModulesPicture picture, Drive drive)
    {
        // After a crash in an upgrade the old version serves while the upgrade is done again.
        if (open.State == OperationState.Running && open.Verb is OperationVerb.Upgrade or OperationVerb.RollBack && !open.Restores) await SettleAsync(open.Module, picture, _stop.Token);
        if (await ledger.ClaimAsync(open.Id, _stop.Token) is not { } claimed) return;
        await runner.RunAsync(claimed, picture, drive.CallOff.Token, _stop.Token);
        _failures.TryRemove(open.Module, out _);
    }

    private async Task SettleAsync(string module, ModulesPicture picture, CancellationToken cancellationToken)
    {
        if (picture.DesiredOf(module) is not { } desired) await LeaveAsync(module, picture, cancellationToken);
        else if (!desired.Enabled) await SwitchOffAsync(desired, picture, cancellationToken);
        else if (NeedsServing(desired, picture)) await ServeAsync(desired, picture, cancellationToken);
    }

    private async Task ServeAsync(DesiredModule desired, ModulesPicture picture, CancellationToken cancellationToken)
    {
        var kept = picture.VersionsOf(desired.Id).FirstOrDefault(row => row.Version == desired.Version);
        try
        {
            var package = await packages.GetAsync(desired.Id, desired.Version, kept?.Hash, cancellationToken);
            if (package.Manifest.Activation == ModuleActivation.Lazy && runtime.Find(desired.Id) is null)
            {
                served.Note(package, settings.HashOf(desired.Id));
                runtime.Announce(package);
                return;
            }
            if (await ActivateAsync(package, kept, picture, cancellationToken) is not { } failure) return;
            Failed(desired, kept);
            await FallBackAsync(desired, picture, failure, cancellationToken);
        }
        catch (ModuleRefusedException refused)
        {
            runtime.Refuse(desired.Id, desired.Version, refused.Manifest, refused.Failure);
            Failed(desired, kept);
            await FallBackAsync(desired, picture, refused.Failure, cancellationToken);
        }
    }

    private async Task<ModuleFailure?> ActivateAsync(InstalledPackage package, KeptVersion? kept, ModulesPicture picture, CancellationToken cancellationToken)
    {
        var (id, version, hash) = (package.Manifest.Id, package.Manifest.Version, settings.HashOf(package.Manifest.Id));
        // What served here before comes back with the host, and the host listens before all of it is compiled.
        var warmsAfter = kept?.LastGoodAt is null || _listens.Task.IsCompleted ? null : _listens.Task;
        var report = await runtime.ActivateAsync(package, new SwapPolicy { AcceptsNewerData = picture.ReadsNewer(id, version), WaitsForEnd = false, WarmsAfter = warmsAfter }, null, cancellationToken);
        if (report.Failure is { } failure) return failure;
        served.Note(package, hash);
        if (kept?.LastGoodAt is null || picture.DesiredOf(id)?.ConfigHash != hash) await ledger.ServedAsync(package, hash, cancellationToken);
        return null;
    }

    // Nobody is left without the module because its newest version does not start here.
    private async Task FallBackAsync(DesiredModule desired, ModulesPicture picture, ModuleFailure failure, CancellationToken cancellationToken)
    {
        if (runtime.Find(desired.Id)?.State == ModuleState.Running || picture.LastGood(desired.Id, desired.Version) is not { } good) return;
        var package = await packages.GetAsync(desired.Id, good.Version, good.Hash, cancellationToken);
        logger.LogWarning("Module {Module} {Version} does not start; {Good} serves instead.", desired.Id, desired.Version, good.Version);
        if (await ActivateAsync(package, good, picture, cancellationToken) is null) runtime.Refuse(desired.Id, desired.Version, package.Manifest, failure);
    }

    private async Task SwitchOffAsync(DesiredModule desired, ModulesPicture picture, CancellationToken cancellationToken)
    {
        if (runtime.Find(desired.Id)?.State == ModuleState.Disabled) return;
        served.Forget(desired.Id);
        await runtime.DeactivateAsync(desired.Id, StopReason.Disabled, null, cancellationToken);
        if (runtime.Find(desired.Id)?.State == ModuleState.Disabled) return;
        try
        {
            runtime.Disable(await packages.GetAsync(desired.Id, desired.Version, picture.VersionsOf(desired.Id).FirstOrDefault(row => row.Version == desired.Version)?.Hash, cancellationToken));
        }
        catch (ModuleRefusedException refused)
        {
            runtime.Refuse(desired.Id, desired.Version, refused.Manifest, refused.Failure);
            Failed(desired, null);
        }
    }

    private async Task LeaveAsync(string module, ModulesPicture picture, CancellationToken cancellationToken)
    {
        served.Forget(module);
        if (runtime.Find(module) is { Manifest: not null } status && status.State != ModuleState.Failed)
        {
            await runtime.DeactivateAsync(module, StopReason.Uninstalled, null, cancellationToken);
            runtime.Forget(module);
            databases.ReleaseModule(module);
        }
        var kept = picture.VersionsOf(module).Select(row => row.Version).ToHashSet(StringComparer.Ordinal);
        foreach (var version in store.Installed(module).Where(version => !kept.Contains(version.Version))) store.Remove(module, version.Version);
    }

    private bool NeedsWork(string module, ModulesPicture picture)
    {
        if (picture.OpenOf(module) is { } open)
        {
            // What another host works on is left alone here, but what was wanted before keeps serving.
            if (IsOurs(open)) return true;
            if (open.Verb is OperationVerb.Install or OperationVerb.Remove or OperationVerb.Disable) return false;
        }
        if (picture.DesiredOf(module) is not { } desired)
            return runtime.Find(module) is { Manifest: not null, State: not ModuleState.Failed } || store.Installed(module).Count > picture.VersionsOf(module).Count;
        return desired.Enabled ? NeedsServing(desired, picture) : runtime.Find(module)?.State != ModuleState.Disabled && !FailedBefore(desired, null);
    }

    private bool NeedsServing(DesiredModule desired, ModulesPicture picture)
    {
        var status = runtime.Find(desired.Id);
        var kept = picture.VersionsOf(desired.Id).FirstOrDefault(row => row.Version == desired.Version);
        if (status?.State == ModuleState.Quarantined || status?.WaitingForRestart == desired.Version) return false;
        if (status is { Answers: true } && status.Version == desired.Version && served.Is(desired.Id, desired.Version, kept?.Hash, settings.HashOf(desired.Id))) return false;
        return !FailedBefore(desired, kept);
    }

    private bool IsOurs(Operation open) => open.State == OperationState.Waiting || open.Host == host.Name || open.SeenAt is not { } seen || seen < clock.GetUtcNow() - ModuleLedger.Patience;

    // The same thing is not tried again at once: what failed for a passing reason gets another chance, what is broken does no harm.
    private bool FailedBefore(DesiredModule desired, KeptVersion? kept) =>
        _failures.TryGetValue(desired.Id, out var failure) && failure.Wanted == Wanted(desired, kept) && clock.GetUtcNow() - failure.At < RetryAfter;

    private void Failed(DesiredModule desired, KeptVersion? kept) => _failures[desired.Id] = (Wanted(desired, kept), clock.GetUtcNow());

    private string Wanted(DesiredModule desired, KeptVersion? kept) => $"{desired.Version} {desired.Enabled} {kept?.Hash} {settings.HashOf(desired.Id)}";

    private sealed class Drive
    {
        public CancellationTokenSource CallOff { get; } = new();

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
