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
    GenerationStarter starter, GenerationEnd end, Fragments fragments, IServiceScopeFactory hostScopes, TimeProvider clock, ILogger<ModuleRuntime> logger) : IModuleRuntime, IDisposable
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

    public async Task<ModuleStatus> LoadAsync(string packageFile, CancellationToken cancellationToken)
    {
        var guess = PackageName.Guess(packageFile);
        Slot slot;
        try
        {
            var package = starter.Install(packageFile);
            slot = SlotOf(package.Manifest.Id);
            await slot.Turn.WaitAsync(cancellationToken);
            try
            {
                if (!slot.IsRunning) slot.Stand(ModuleState.Starting, package.Manifest, null);
                var next = await starter.StartAsync(package, cancellationToken);
                var old = slot.Exchange(next);
                slot.Stand(ModuleState.Running, package.Manifest, null);
                logger.LogInformation("Module {Module} {Version} runs.", package.Manifest.Id, package.Manifest.Version);
                if (old is not null) await end.RetireAsync(old, StopReason.Replaced, prove: true);
            }
            finally
            {
                slot.Turn.Release();
            }
        }
        catch (ModuleRefusedException refused)
        {
            slot = SlotOf(refused.Manifest?.Id ?? guess.Id);
            logger.LogError("Package {Package} is refused: {Reason}.", Path.GetFileName(packageFile), refused.Failure);
            if (slot.IsRunning) slot.Keep(refused.Failure);
            else slot.Stand(ModuleState.Failed, refused.Manifest, refused.Failure, guess.Version);
        }
        Changed?.Invoke(slot.Id);
        return slot.Status();
    }

    public async Task<UnloadReport> UnloadAsync(string id, StopReason reason, CancellationToken cancellationToken)
    {
        if (Slot(id) is not { } slot) return new UnloadReport(true, true, 0);
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            if (slot.Exchange(null) is not { } old) return new UnloadReport(true, true, 0);
            var manifest = slot.Status().Manifest;
            slot.Stand(ModuleState.Draining, manifest, null);
            var report = await end.RetireAsync(old, reason, prove: reason != StopReason.HostShutdown);
            slot.Stand(ModuleState.Stopped, manifest, null);
            return report;
        }
        finally
        {
            slot.Turn.Release();
            Changed?.Invoke(id);
        }
    }

    public void Dispose()
    {
        foreach (var slot in _slots.Values) slot.Dispose();
    }

    private Slot SlotOf(string id) => _slots.GetOrAdd(id, name => new Slot(name, clock));

    // Only what the caller itself asked for passes as it is; anything else could carry objects of the module.
    private static bool Outlives(Exception error, CancellationToken cancellationToken) => error is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
