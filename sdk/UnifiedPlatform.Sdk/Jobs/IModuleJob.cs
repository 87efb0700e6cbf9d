using System.Text.Json;

namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>A scheduled piece of work of a module. Thin: it calls the same code as the endpoint and may run twice.</summary>
public interface IModuleJob
{
    /// <summary>Runs once. An exception is recorded and retried by the host.</summary>
    ValueTask RunAsync(JobContext context, CancellationToken cancellationToken);
}

/// <summary>One firing of a job.</summary>
/// <param name="Key">The job's key.</param>
/// <param name="FireTime">When it was due, UTC.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Arguments">Arguments given by who started it by hand; null for a scheduled firing.</param>
public sealed record JobContext(string Key, DateTimeOffset FireTime, int Attempt, JsonElement? Arguments);

/// <summary>What happens to firings missed while the host was down.</summary>
public enum Misfire
{
    /// <summary>Nothing: the next firing does it (pulls, whose cursor catches up anyway).</summary>
    DoNothing,

    /// <summary>Once at once, then as scheduled.</summary>
    FireAndProceed,
}
