using Quartz;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>Names of jobs in the store: the group is the module, the name the job's key. Outside they are written <c>module/key</c>.</summary>
internal static class JobKeys
{
    public const string Host = "host";

    public static JobKey Of(string module, string key) => new(key, module);

    public static string Text(JobKey key) => $"{key.Group}/{key.Name}";
}
