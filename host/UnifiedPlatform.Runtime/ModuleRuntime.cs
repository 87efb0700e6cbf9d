using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <inheritdoc cref="IModuleRuntime"/>
internal sealed class ModuleRuntime(
    Activation activation, IPackageStore store, Fragments fragments, IServiceScopeFactory hostScopes, TimeProvider clock, ILogger<ModuleRuntime> logger) : IModuleRuntime, IDisposable
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public event Action<string>? Changed;

    public IReadOnlyList<ModuleStatus> Modules => [.. _slots.Values.OrderBy(slot => slot.Id, StringComparer.Ordinal).Select(slot => slot.Status())];

    public ModuleStatus? Find(string id) => Slot(id)?.Status();

    public Slot? Slot(string id) => _slots.GetValueOrDefault(id);

    public async ValueTask<T> UseAsync<T>(string id, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Slot(id) is not { } slot || !slot.TryEnter(out var lease)) throw new ModuleAwayException(id);
        using (lease)
        {
            await using var hostScope = hostScopes.CreateAsyncScope();
            await using var scope = lease.Generation.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<HostScope>().Services = hostScope.ServiceProvider;
            hostScope.ServiceProvider.GetService<ModuleCaller>()?.Enter(lease.Generation.Manifest);
            if (hostScope.ServiceProvider.GetService<IActorAccessor>() is not null) hostScope.ServiceProvider.ActAsModule(id);
            scope.ServiceProvider.ActAsModule(id);
            try
            {
                return await call(scope.ServiceProvider, cancellationToken);
            }
            catch (Exception error) when (!Outlives(error, cancellationToken))
            {
                logger.LogError(error, "A call into module {Module} failed.", id);
                throw new ModuleCallException(id, Thrown.Name(error));
            }
        }
    }

    public ValueTask<ModuleFragment> FragmentAsync(string id, string path, HttpContext context, TimeSpan timeout) =>
        Slot(id) is { } slot ? fragments.FetchAsync(slot, path, context, timeout) : ValueTask.FromResult(new ModuleFragment(StatusCodes.Status503ServiceUnavailable, ""));

    public ValueTask<ModuleFragment> ApiDocumentAsync(string id, HttpContext context, TimeSpan timeout) => FragmentAsync(id, $"{ModuleOpenApi.Path}/{id}", context, timeout);

    public void Announce(InstalledPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var slot = SlotOf(package.Manifest.Id);
        if (slot.Announce(package)) Changed?.Invoke(slot.Id);
    }

    public void Refuse(string id, string version, ModuleManifest? manifest, ModuleFailure failure)
    {
        var slot = SlotOf(id);
        if (slot.IsRunning) slot.Keep(failure);
        else slot.Stand(ModuleState.Failed, manifest, failure, version);
        Changed?.Invoke(id);
    }

    public void Disable(InstalledPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var slot = SlotOf(package.Manifest.Id);
        if (slot.IsRunning) throw new InvalidOperationException($"Module '{slot.Id}' runs. Deactivate it first.");
        slot.Stand(ModuleState.Disabled, package.Manifest, null);
        Changed?.Invoke(slot.Id);
    }

    public async Task<SwapReport> ActivateAsync(InstalledPackage package, SwapPolicy policy, IProgress<ModuleStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(policy);
        var slot = SlotOf(package.Manifest.Id);
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            return await activation.RunAsync(slot, package, policy, progress, cancellationToken);
        }
        finally
        {
            slot.Turn.Release();
            Changed?.Invoke(slot.Id);
        }
    }

    public async Task<ModuleStatus> LoadAsync(string packageFile, CancellationToken cancellationToken)
    {
        try
        {
            return (await ActivateAsync(await store.InstallAsync(packageFile, cancellationToken), SwapPolicy.Default, null, cancellationToken)).Status;
        }
        catch (ModuleRefusedException refused)
        {
            var guess = PackageName.Guess(packageFile);
            logger.LogError("Package {Package} is refused: {Reason}.", Path.GetFileName(packageFile), refused.Failure);
            Refuse(refused.Manifest?.Id ?? guess.Id, refused.Manifest?.Version ?? guess.Version, refused.Manifest, refused.Failure);
            return SlotOf(refused.Manifest?.Id ?? guess.Id).Status();
        }
    }

    public async Task<UnloadReport> DeactivateAsync(string id, StopReason reason, IProgress<ModuleStep>? progress, CancellationToken cancellationToken)
    {
        if (Slot(id) is not { } slot) return new UnloadReport(true, true, 0);
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            return await activation.EndAsync(slot, reason, progress);
        }
        finally
        {
            slot.Turn.Release();
            Changed?.Invoke(id);
        }
    }

    public bool Release(string id)
    {
        if (Slot(id)?.Release() != true) return false;
        Changed?.Invoke(id);
        return true;
    }

    public void Forget(string id)
    {
        if (Slot(id) is not { } slot) return;
        if (slot.IsRunning) throw new InvalidOperationException($"Module '{id}' runs. Deactivate it first.");
        _slots.TryRemove(id, out _);
        Changed?.Invoke(id);
    }

    public void Dispose()
    {
        foreach (var slot in _slots.Values) slot.Dispose();
    }

    private Slot SlotOf(string id) => _slots.GetOrAdd(id, name => new Slot(name, clock));

    // Only what the caller itself asked for passes as it is; anything else could carry objects of the module.
    private static bool Outlives(Exception error, CancellationToken cancellationToken) => error is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
