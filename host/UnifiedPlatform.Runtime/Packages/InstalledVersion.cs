namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A version that lies in the store.</summary>
/// <param name="Id">Module id.</param>
/// <param name="Version">Version.</param>
/// <param name="Package">The package; null: it may not be loaded.</param>
/// <param name="Failure">Why it may not be loaded: revoked, not trusted, changed; null: it may.</param>
public sealed record InstalledVersion(string Id, string Version, InstalledPackage? Package, ModuleFailure? Failure);
