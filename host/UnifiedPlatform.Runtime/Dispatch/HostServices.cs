namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>The host's own scope of a request that is inside a module.</summary>
internal sealed record HostServices(IServiceProvider Services);
