using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>What a package file says of itself, its manifest being trusted. Its other files were not looked at.</summary>
/// <param name="Manifest">Manifest.</param>
/// <param name="Hash">SHA-256 of <c>module.json</c>.</param>
/// <param name="Publisher">Who signed it.</param>
public sealed record OfferedPackage(ModuleManifest Manifest, string Hash, PackagePublisher Publisher);
