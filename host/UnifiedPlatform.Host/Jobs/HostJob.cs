using UnifiedPlatform.Sdk.Jobs;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>A scheduled piece of work of the host's own. Thin, and it may run twice.</summary>
/// <param name="Key">Stable key; the title is the text <c>job.{key}</c>.</param>
/// <param name="Cron">Quartz cron with seconds, in the business time zone; seeded once, then the job store owns the schedule.</param>
/// <param name="Misfire">What happens to firings missed while the host was down.</param>
/// <param name="RunAsync">The work, with the services of a scope that acts as the host.</param>
internal sealed record HostJob(string Key, string Cron, Misfire Misfire, Func<IServiceProvider, JobContext, CancellationToken, ValueTask> RunAsync);
