using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Calls of the host into a generation that is entered: jobs, topic batches, questions. Two scopes side by side; what the module throws stays inside.</summary>
internal sealed class ModuleCalls(IServiceScopeFactory hostScopes, RuntimeMetrics metrics, TimeProvider clock, ILogger<ModuleCalls> logger)
{
    public async ValueTask<T> RunAsync<T>(Slot slot, Generation generation, ModuleWork work, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var failed = true;
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, generation.Cut);
        await using var hostScope = hostScopes.CreateAsyncScope();
        await using var scope = generation.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HostScope>().Services = hostScope.ServiceProvider;
        hostScope.ServiceProvider.GetService<ModuleCaller>()?.Enter(generation.Manifest);
        if (hostScope.ServiceProvider.GetService<IActorAccessor>() is not null) hostScope.ServiceProvider.ActAsModule(slot.Id);
        scope.ServiceProvider.ActAsModule(slot.Id);
        try
        {
            var result = await call(scope.ServiceProvider, cut.Token);
            failed = false;
            return result;
        }
        catch (Exception error) when (!Outlives(error, cancellationToken))
        {
            logger.LogError(error, "A call into module {Module} failed.", slot.Id);
            throw new ModuleCallException(slot.Id, Thrown.Name(error));
        }
        finally
        {
            slot.Statistics.Record(work, failed);
            metrics.Worked(slot.Id, work, failed, clock.GetElapsedTime(started));
        }
    }

    // Only what the caller itself asked for passes as it is; anything else could carry objects of the module.
    private static bool Outlives(Exception error, CancellationToken cancellationToken) => error is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
