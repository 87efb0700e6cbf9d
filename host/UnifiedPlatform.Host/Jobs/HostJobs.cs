using System.Collections.Concurrent;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>The host's own jobs, those registered by a room and those that appear while it runs (an exchange arrow).</summary>
internal sealed class HostJobs(IEnumerable<HostJob> registered)
{
    private readonly ConcurrentDictionary<string, HostJob> _jobs = new(registered.ToDictionary(job => job.Key, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>A job appeared after the start.</summary>
    public event Action<HostJob>? Added;

    public IReadOnlyCollection<HostJob> All => [.. _jobs.Values];

    public HostJob? Find(string key) => _jobs.GetValueOrDefault(key);

    /// <summary>Adds or replaces the work of a key; a schedule that an administrator changed stays.</summary>
    public void Ensure(HostJob job)
    {
        _jobs[job.Key] = job;
        Added?.Invoke(job);
    }
}
