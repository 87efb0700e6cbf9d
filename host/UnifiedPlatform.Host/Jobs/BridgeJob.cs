using Quartz;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Jobs;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>The only job type the scheduler ever sees: it calls the host's own work, or the module's under a lease. A module type in the scheduler's caches could never unload.</summary>
internal sealed class BridgeJob(IModuleRuntime runtime, HostJobs hostJobs, IServiceScopeFactory scopes) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var (module, key) = (context.JobDetail.Key.Group, context.JobDetail.Key.Name);
        var firing = new JobContext(key, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, context.RetryAttempt + 1, null);
        if (module == JobKeys.Host) await RunOwnAsync(firing, cancellationToken);
        else
            await runtime.UseAsync(module, ModuleWork.Job, async (services, token) =>
            {
                await services.GetRequiredService<IModuleJobs>().RunAsync(firing, token);
                return true;
            }, cancellationToken);
    }

    private async ValueTask RunOwnAsync(JobContext firing, CancellationToken cancellationToken)
    {
        // A job of an earlier version that no room registers any more: its schedule is removed at the next start.
        if (hostJobs.Find(firing.Key) is not { } job) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule(JobKeys.Host);
        await job.RunAsync(scope.ServiceProvider, firing, cancellationToken);
    }
}
