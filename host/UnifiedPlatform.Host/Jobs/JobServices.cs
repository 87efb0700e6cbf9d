namespace UnifiedPlatform.Host.Jobs;

/// <summary>Registration of the host's own jobs.</summary>
internal static class JobServices
{
    /// <summary>Adds a job of the room; its title is the text <c>job.{key}</c>.</summary>
    public static IServiceCollection AddHostJob(this IServiceCollection services, HostJob job) => services.AddSingleton(job);
}
