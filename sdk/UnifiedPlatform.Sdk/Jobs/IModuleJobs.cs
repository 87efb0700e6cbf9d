namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>Runs the jobs of a generation for the host. Scoped: every firing gets a scope of its own.</summary>
public interface IModuleJobs
{
    /// <summary>Runs the declared job once.</summary>
    /// <exception cref="KeyNotFoundException">The module declares no job of that key.</exception>
    ValueTask RunAsync(JobContext context, CancellationToken cancellationToken);
}
