namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Declares a job class (<see cref="Jobs.IModuleJob"/>). The key is stable: the schedule lives in the host's job store.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModuleJobAttribute(string key) : Attribute
{
    /// <summary>Key unique in the module.</summary>
    public string Key { get; } = key;

    /// <summary>Quartz cron with seconds, in the business time zone.</summary>
    public required string Cron { get; set; }

    /// <summary>What happens to firings missed while the host was down.</summary>
    public Jobs.Misfire Misfire { get; set; } = Jobs.Misfire.FireAndProceed;

    /// <summary>Text key of the title; default <c>job.{key}</c>.</summary>
    public string? TitleKey { get; set; }
}
