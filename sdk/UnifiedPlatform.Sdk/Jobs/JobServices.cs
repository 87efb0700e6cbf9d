using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>Registration of the jobs of a generation.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobDefaults(this IServiceCollection services) => services.AddScoped<IModuleJobs, ModuleJobs>();
}
