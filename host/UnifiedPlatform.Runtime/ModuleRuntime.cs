using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <inheritdoc cref="IModuleRuntime"/>
internal sealed class ModuleRuntime : IModuleRuntime, IDisposable
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly Activation _activation;
    private readonly ModuleCalls _calls;
    private readonly Fragments _fragments;
    private readonly ModuleRuntimeOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<ModuleRuntime> _logger;

    public ModuleRuntime(
        Activation activation, ModuleCalls calls, Fragments fragments, RuntimeMetrics metrics, ModuleRuntimeOptions options, TimeProvider clock, ILogger<ModuleRuntime> logger)
    {
        (_activation, _calls, _fragments, _options, _clock, _logger) = (activation, calls, fragments, options, clock, logger);
        activation.Changed += slot => Tell(slot.Id);
        activation.Crashed += (slot, package, thrown) => _ = RecoverAsync(slot, package, thrown);
        activation.Unfit += (slot, package, failure) => _ = GiveUpAsync(slot, package, failure);
        metrics.Observe(() => _slots.Values);
    }

    public event Action<string>? Changed;

    public IReadOnlyList<ModuleStatus> Modules => [.. _slots.Values.OrderBy(slot => slot.Id, StringComparer.Ordinal).Select(slot => slot.Status())];

    public LeakBudget Leaks => new(_slots.Values.Sum(slot => slot.Leaked), _options.LeakWarning, _options.LeakLimit);

    public IEnumerable<Slot> Slots => _slots.Values;

    public ModuleStatus? Find(string id) => Slot(id)?.Status();

    public IReadOnlyList<ModuleUsage> Usage(string id) => Slot(id)?.Statistics.Uses ?? [];

    public Slot? Slot(string id) => _slots.GetValueOrDefault(id);

    /// <summary>Enters the current generation; a cold one is started first, one that is being started is waited for. Null: the module is away.</summary>
    public async ValueTask<Lease?> EnterAsync(Slot slot, CancellationToken cancellationToken)
    {
        if (slot.TryEnter(out var lease)) return lease;
        if (slot.TryWake(out var package)) _ = WakeAsync(slot, package);
        if (slot.Opening is not { } opening) return null;
        try
        {
            await opening.WaitAsync(_options.Patience, cancellationToken);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return null;
        }
        return slot.TryEnter(out lease) ? lease : null;
    }

    public async ValueTask<T> UseAsync<T>(string id, ModuleWork work, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Slot(id) is not { } slot || await EnterAsync(slot, cancellationToken) is not { } lease) throw new ModuleAwayException(id);
        using (lease) return await _calls.RunAsync(slot, lease.Generation, work, call, cancellationToken);
    }

    public ValueTask<ModuleFragment> FragmentAsync(string id, string path, HttpContext context, TimeSpan timeout) =>
        Slot(id) is { } slot ? _fragments.FetchAsync(slot, left => EnterAsync(slot, left), path, context, timeout) : ValueTask.FromResult(ModuleFragment.Away);

    public ValueTask<ModuleFragment> ApiDocumentAsync(string id, HttpContext context, TimeSpan timeout) => FragmentAsync(id, $"{ModuleOpenApi.Path}/{id}", context, timeout);

    public void Announce(InstalledPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var slot = SlotOf(package.Manifest.Id);
        if (slot.Announce(package)) Tell(slot.Id);
    }

    public void Refuse(string id, string version, ModuleManifest? manifest, ModuleFailure failure)
    {
        var slot = SlotOf(id);
        if (slot.IsRunning) slot.Keep(failure);
        else slot.Stand(ModuleState.Failed, manifest, failure, version);
        Tell(id);
    }

    public void Disable(InstalledPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var slot = SlotOf(package.Manifest.Id);
        if (slot.IsRunning) throw new InvalidOperationException($"Module '{slot.Id}' runs. Deactivate it first.");
        slot.Stand(ModuleState.Disabled, package.Manifest, null);
        Tell(slot.Id);
    }

    public async Task<SwapReport> ActivateAsync(InstalledPackage package, SwapPolicy policy, IProgress<ModuleStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(policy);
        var slot = SlotOf(package.Manifest.Id);
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            return await _activation.RunAsync(new SwapCall(slot, package, policy, progress), cancellationToken);
        }
        finally
        {
            slot.Turn.Release();
            Tell(slot.Id);
            WarnOfLeaks();
        }
    }

    public async Task<UnloadReport> DeactivateAsync(string id, StopReason reason, IProgress<ModuleStep>? progress, CancellationToken cancellationToken)
    {
        if (Slot(id) is not { } slot) return new UnloadReport(true, true, 0);
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            return await _activation.EndAsync(slot, reason, progress);
        }
        finally
        {
            slot.Turn.Release();
            Tell(id);
            WarnOfLeaks();
        }
    }

    public bool Release(string id)
    {
        if (Slot(id)?.Release() != true) return false;
        Tell(id);
        return true;
    }

    public void Forget(string id)
    {
        if (Slot(id) is not { } slot) return;
        if (slot.IsRunning) throw new InvalidOperationException($"Module '{id}' runs. Deactivate it first.");
        _slots.TryRemove(id, out _);
        Tell(id);
    }

    public void Dispose()
    {
        foreach (var slot in _slots.Values) slot.Dispose();
    }

    private Slot SlotOf(string id) => _slots.GetOrAdd(id, name => new Slot(name, _options, _clock));

    // Started for everybody who waits, in no request's flow: the request that came first may leave.
    private Task WakeAsync(Slot slot, InstalledPackage package)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return Task.Run(async () =>
            {
                try
                {
                    await ActivateAsync(package, SwapPolicy.Default, null, CancellationToken.None);
                }
                catch (Exception error)
                {
                    slot.EndOpening();
                    _logger.LogError(error, "Module {Module} could not be started on its first use.", slot.Id);
                }
            });
    }

    // A background service that ended is not brought back in a generation that goes on without it: a fresh one takes over, as long as that is worth it.
    private async Task RecoverAsync(Slot slot, InstalledPackage package, string thrown)
    {
        try
        {
            if (slot.Package != package || !slot.IsRunning) return;
            var failure = new ModuleFailure(ModuleFailureCodes.Crashed, thrown);
            _logger.LogError("A background service of module {Module} {Version} ended by {Thrown}.", slot.Id, package.Manifest.Version, thrown);
            slot.Quarantine.Note(package.Manifest.Version);
            if (slot.Quarantine.Holds(package.Manifest.Version))
            {
                await DeactivateAsync(slot.Id, StopReason.Disabled, null, CancellationToken.None);
                slot.Stand(ModuleState.Quarantined, package.Manifest, failure);
            }
            else
            {
                await ActivateAsync(package, SwapPolicy.Default, null, CancellationToken.None);
                slot.Keep(failure);
            }
            Tell(slot.Id);
        }
        catch (Exception error)
        {
            _logger.LogError(error, "Module {Module} could not be brought back after a crash.", slot.Id);
        }
    }

    // Whoever drives the runtime sees it fail and does what is done for a version that does not start.
    private async Task GiveUpAsync(Slot slot, InstalledPackage package, ModuleFailure failure)
    {
        try
        {
            if (slot.Package != package || !slot.IsRunning) return;
            _logger.LogError("Module {Module} {Version} does not work: {Reason}.", slot.Id, package.Manifest.Version, failure);
            await DeactivateAsync(slot.Id, StopReason.Disabled, null, CancellationToken.None);
            slot.Stand(ModuleState.Failed, package.Manifest, failure);
            Tell(slot.Id);
        }
        catch (Exception error)
        {
            _logger.LogError(error, "Module {Module} could not be taken back.", slot.Id);
        }
    }

    private void WarnOfLeaks()
    {
        var leaks = Leaks;
        if (leaks.ProposesRestart) _logger.LogError("The code of {Leaked} unloaded module generations is still held. Restart the host when it suits.", leaks.Leaked);
        else if (leaks.Warns) _logger.LogWarning("The code of {Leaked} unloaded module generations is still held. From {Limit} on a restart is due.", leaks.Leaked, leaks.Limit);
    }

    private void Tell(string id)
    {
        foreach (var listener in Changed?.GetInvocationList() ?? [])
            try
            {
                ((Action<string>)listener)(id);
            }
            catch (Exception error)
            {
                _logger.LogError(error, "Who listens to changes of modules failed.");
            }
    }
}
