using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A scheduled job (<see cref="ModuleJobAttribute"/>).</summary>
/// <param name="Key">Key unique in the module.</param>
/// <param name="Cron">Quartz cron with seconds.</param>
/// <param name="Misfire">What happens to missed firings.</param>
/// <param name="Title">Title.</param>
/// <param name="Job">Full name of the job class.</param>
public sealed record ManifestJob(string Key, string Cron, Misfire Misfire, LocalizedText Title, string Job);
