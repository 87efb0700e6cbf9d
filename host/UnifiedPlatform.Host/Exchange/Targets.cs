using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Reaches an owner's target: a module's under a lease of its generation, a host room's in a scope of the host.</summary>
internal sealed class Targets(IServiceScopeFactory scopes, IModuleRuntime modules)
{
    public async ValueTask<T> UseAsync<T>(string owner, Func<IExchangeTarget, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken, ModuleWork work = ModuleWork.Call)
    {
        if (!Databases.HostOwners.Contains(owner))
            return await modules.UseAsync(owner, work, (services, token) => call(services.GetRequiredService<IExchangeTarget>(), token), cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        return await call(scope.ServiceProvider.ActAsModule(Databases.Host).GetRequiredKeyedService<IExchangeTarget>(owner), cancellationToken);
    }
}
