namespace UnifiedPlatform.Runtime;

/// <summary>The module is not running.</summary>
public sealed class ModuleAwayException(string id) : Exception($"Module '{id}' is not running.")
{
    /// <summary>Module id.</summary>
    public string Id { get; } = id;
}
