using Quartz;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Jobs;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>Brings declared jobs into the store once; from then on the store owns their schedule, so an administrator's change and a missed firing survive every start.</summary>
internal sealed class JobSeeder(ISchedulerFactory schedulers, IModuleRuntime runtime, HostJobs hostJobs, PlatformOptions options, ILogger<JobSeeder> log) : IHostedService, IDisposable
{
    private static readonly RetryPolicy Retry = RetryPolicy.Exponential(5, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(5), 0.2);
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in hostJobs.All) await EnsureAsync(JobKeys.Host, job.Key, job.Cron, job.Misfire, cancellationToken);
        foreach (var module in runtime.Modules) await EnsureModuleAsync(module, cancellationToken);
        hostJobs.Added += OnAdded;
        runtime.Changed += OnChanged;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        hostJobs.Added -= OnAdded;
        runtime.Changed -= OnChanged;
        return Task.CompletedTask;
    }

    public void Dispose() => _one.Dispose();

    private void OnAdded(HostJob job) => _ = GuardAsync(() => EnsureAsync(JobKeys.Host, job.Key, job.Cron, job.Misfire, CancellationToken.None), job.Key);

    private void OnChanged(string id)
    {
        if (runtime.Find(id) is { Answers: true } module) _ = GuardAsync(() => EnsureModuleAsync(module, CancellationToken.None), id);
    }

    private async Task EnsureModuleAsync(ModuleStatus module, CancellationToken cancellationToken)
    {
        foreach (var job in module.Manifest?.Contributes.Jobs ?? []) await EnsureAsync(module.Id, job.Key, job.Cron, job.Misfire, cancellationToken);
    }

    private async Task EnsureAsync(string module, string key, string cron, Misfire misfire, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await scheduler.GetJobDetail(JobKeys.Of(module, key), cancellationToken) is not null) return;
            var job = JobBuilder.Create<BridgeJob>().WithIdentity(JobKeys.Of(module, key)).DisallowConcurrentExecution().StoreDurably().Build();
            var schedule = CronScheduleBuilder.Create(cron).InTimeZone(options.TimeZone)
                .WithMisfireInstruction(misfire == Misfire.DoNothing ? CronTriggerMisfireInstruction.DoNothing : CronTriggerMisfireInstruction.FireAndProceed);
            var trigger = TriggerBuilder.Create().WithIdentity(key, module).ForJob(job).WithSchedule(schedule).WithRetryPolicy(Retry).Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node seeded it in the same moment.
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task GuardAsync(Func<Task> work, string what)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is SchedulerException or FormatException)
        {
            log.LogError(failure, "The jobs of {What} could not be scheduled", what);
        }
    }
}
