namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What kind of installation a module runs in. Given by the host.</summary>
/// <param name="Demo">A demonstration with synthetic people: what an office would have to confirm first may be ready at once.</param>
public sealed record Installation(bool Demo);
