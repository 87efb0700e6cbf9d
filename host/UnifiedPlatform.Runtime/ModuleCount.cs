namespace UnifiedPlatform.Runtime;

/// <summary>How often something was done.</summary>
/// <param name="Done">All, also those that failed.</param>
/// <param name="Failed">Those that failed.</param>
public readonly record struct ModuleCount(long Done, long Failed);
