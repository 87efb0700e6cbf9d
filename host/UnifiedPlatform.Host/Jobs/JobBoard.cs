using Quartz;
using Quartz.Extensibility;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>What the administrator sees of the jobs, and what can be done with one.</summary>
internal sealed class JobBoard(ISchedulerFactory schedulers, IExecutionHistoryStore history, IModuleRuntime runtime, ITexts texts)
{
    public async Task<IReadOnlyList<JobLine>> ListAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var last = (await history.QueryJobRunStatuses(new JobRunStatusQuery { SchedulerName = scheduler.SchedulerName }, cancellationToken)).Items.ToDictionary(status => status.Job);
        var lines = new List<JobLine>();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken))
        {
            var triggers = await scheduler.GetTriggersOfJob(key, cancellationToken);
            var paused = triggers.Count > 0;
            foreach (var trigger in triggers)
                paused &= await scheduler.GetTriggerState(trigger.Key, cancellationToken) == TriggerState.Paused;
            var status = last.GetValueOrDefault(key);
            lines.Add(new JobLine(
                JobKeys.Text(key), key.Group, TitleOf(key), triggers.Select(trigger => trigger.NextFireTimeUtc).Where(next => next is not null).Min(), status?.LastFiredAtUtc,
                status is null ? null : Outcome(status), status?.LastDuration.TotalMilliseconds, status?.ConsecutiveFailures ?? 0, paused));
        }
        return [.. lines.OrderBy(line => line.Module, StringComparer.Ordinal).ThenBy(line => line.Key, StringComparer.Ordinal)];
    }

    public async Task<bool> RunAsync(string module, string key, CancellationToken cancellationToken) =>
        await OnAsync(module, key, (scheduler, job) => scheduler.TriggerJob(job, null, cancellationToken), cancellationToken);

    public async Task<bool> PauseAsync(string module, string key, CancellationToken cancellationToken) =>
        await OnAsync(module, key, async (scheduler, job) => await scheduler.PauseJob(job, cancellationToken), cancellationToken);

    public async Task<bool> ResumeAsync(string module, string key, CancellationToken cancellationToken) =>
        await OnAsync(module, key, async (scheduler, job) => await scheduler.ResumeJob(job, cancellationToken), cancellationToken);

    private async Task<bool> OnAsync(string module, string key, Func<IScheduler, JobKey, ValueTask> act, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobKeys.Of(module, key);
        if (await scheduler.GetJobDetail(job, cancellationToken) is null) return false;
        await act(scheduler, job);
        return true;
    }

    private string TitleOf(JobKey key) => key.Group == JobKeys.Host
        ? texts["job." + key.Name.Split(':')[0]]
        : runtime.Find(key.Group)?.Manifest?.Contributes.Jobs.FirstOrDefault(job => job.Key == key.Name)?.Title.ToString() ?? key.Name;

    private static string Outcome(JobRunStatus status) => status.LastResult switch
    {
        JobRunResult.Failed => "failed",
        JobRunResult.Cancelled => "cancelled",
        _ => "succeeded",
    };
}

/// <summary>One job on the administrator's board.</summary>
/// <param name="Key"><c>module/key</c>.</param>
/// <param name="Module">Module, or <c>host</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Next">Next firing; null: none.</param>
/// <param name="Last">Last firing; null: never.</param>
/// <param name="LastOutcome"><c>succeeded failed cancelled</c>; null: never run.</param>
/// <param name="LastMs">Duration of the last run in milliseconds.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="Paused">Whether it is paused.</param>
internal sealed record JobLine(
    string Key, string Module, string Title, DateTimeOffset? Next, DateTimeOffset? Last, string? LastOutcome, double? LastMs, int Failures, bool Paused);
