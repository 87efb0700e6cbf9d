namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>A scheduled piece of work of a module. Thin: it calls the same code as the endpoint and may run twice.</summary>
public interface IModuleJob
{
    /// <summary>Runs once. An exception is recorded and retried by the host.</summary>
    ValueTask RunAsync(JobContext context, CancellationToken cancellationToken);
}
