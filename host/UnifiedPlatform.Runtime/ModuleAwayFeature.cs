namespace UnifiedPlatform.Runtime;

/// <summary>Left on a request that a module should have answered and that found it away; the shell says so on its 503 page.</summary>
/// <param name="Module">Module id.</param>
/// <param name="Reason">Why it does not run; null: it is switched off or about to come back.</param>
public sealed record ModuleAwayFeature(string Module, ModuleFailure? Reason);
