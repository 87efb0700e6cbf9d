namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A capability by which the module does parts of cases (<see cref="PartCapabilityAttribute"/>).</summary>
/// <param name="Name">Name without the major version.</param>
/// <param name="Major">Major version of the answer's schema.</param>
/// <param name="Answer">Path of the answer's JSON Schema in the package.</param>
/// <param name="Page">Page of one part relative to the module; <c>{part}</c> is replaced.</param>
public sealed record ManifestPartCapability(string Name, int Major, string Answer, string Page)
{
    /// <summary>Name with major version, e.g. <c>home-assessment@1</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Capability => $"{Name}@{Major}";
}
