namespace UnifiedPlatform.Sdk.Modules;

/// <summary>An assembly reference.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Version">Version referenced; the host's must not be lower.</param>
public sealed record ManifestAssembly(string Name, string Version);
