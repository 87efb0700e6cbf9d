namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A topic the module publishes. Its JSON Schema lies in <c>Topics/{name without module}.v{version}.schema.json</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PublishesAttribute(string topic, int version) : Attribute
{
    /// <summary>Topic name <c>{module}.{noun}-{past-verb}</c>.</summary>
    public string Topic { get; } = topic;

    /// <summary>Integer version from 1.</summary>
    public int Version { get; } = version;
}
