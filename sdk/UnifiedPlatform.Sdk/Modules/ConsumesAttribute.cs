namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A topic a consumer class reads; put on the class that implements <c>IConsume&lt;T&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConsumesAttribute(string topic, int version) : Attribute
{
    /// <summary>Topic name; <c>*.part-reported</c> subscribes to that topic of every module.</summary>
    public string Topic { get; } = topic;

    /// <summary>Highest version the consumer understands.</summary>
    public int Version { get; } = version;

    /// <summary>The schedule of an arrow that has none of its own.</summary>
    public const string EveryMinute = "0 * * * * ?";

    /// <summary>Cron of the scheduled pull beside the wake-up on commit; another than <see cref="EveryMinute"/> becomes a job of its own, which the administrator sees and may run or pause.</summary>
    public string Cron { get; set; } = EveryMinute;
}
