namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A capability by which the module does parts of counter cases (<c>name@major</c>).</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PartCapabilityAttribute(string name) : Attribute
{
    /// <summary>Capability name without the major version.</summary>
    public string Name { get; } = name;

    /// <summary>Major version of the answer's schema.</summary>
    public int Major { get; set; } = 1;

    /// <summary>Path of the answer's JSON Schema in the package.</summary>
    public required string Answer { get; set; }

    /// <summary>Page of one part relative to the module; <c>{part}</c> is <c>number~part~round</c>.</summary>
    public string Page { get; set; } = "/parts/{part}";
}
