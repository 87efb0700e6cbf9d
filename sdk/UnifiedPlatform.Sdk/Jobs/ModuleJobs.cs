using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>Finds the job class by the manifest and makes it from the scope, so that a module registers nothing for its jobs.</summary>
internal sealed class ModuleJobs(IServiceProvider services, ModuleManifest manifest, IModule module, OwnCapabilities capabilities) : IModuleJobs
{
    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var declared = manifest.Contributes.Jobs.FirstOrDefault(job => job.Key == context.Key) ?? throw new KeyNotFoundException($"{manifest.Id} declares no job '{context.Key}'.");
        capabilities.Demand(Capabilities.Jobs);
        var type = module.GetType().Assembly.GetType(declared.Job, throwOnError: true)!; // throws instead of null
        var job = (IModuleJob)ActivatorUtilities.CreateInstance(services, type);
        try
        {
            await job.RunAsync(context, cancellationToken);
        }
        finally
        {
            if (job is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else (job as IDisposable)?.Dispose();
        }
    }
}
