namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>The host's own scope of a request that is inside a module.</summary>
/// <param name="Module">The module, for which alone it is.</param>
/// <param name="Services">The scope.</param>
internal sealed record HostServices(string Module, IServiceProvider Services);
