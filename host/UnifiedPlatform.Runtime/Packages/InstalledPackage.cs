using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A verified package in its immutable folder.</summary>
/// <param name="Manifest">Manifest.</param>
/// <param name="Folder">Folder <c>packages/{id}/{version}</c>.</param>
/// <param name="Hash">SHA-256 of <c>module.json</c>, which holds the hash of every other file: the identity of the package.</param>
/// <param name="Publisher">Who signed it.</param>
public sealed record InstalledPackage(ModuleManifest Manifest, string Folder, string Hash, PackagePublisher Publisher);
