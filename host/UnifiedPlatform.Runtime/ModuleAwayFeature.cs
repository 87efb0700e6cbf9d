namespace UnifiedPlatform.Runtime;

/// <summary>Left on a request that a module should have answered and that found it away; the shell says so on its 503 page.</summary>
public sealed record ModuleAwayFeature;
