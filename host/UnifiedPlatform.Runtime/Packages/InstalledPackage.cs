using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A verified package in its immutable folder.</summary>
/// <param name="Manifest">Manifest.</param>
/// <param name="Folder">Folder <c>packages/{id}/{version}</c>.</param>
public sealed record InstalledPackage(ModuleManifest Manifest, string Folder);
