namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Something the module asks of the platform beyond its own tables: <c>files</c>, <c>http:host</c>, <c>residents:field</c>, …</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CapabilityAttribute(string name) : Attribute
{
    /// <summary>Capability name.</summary>
    public string Name { get; } = name;
}
