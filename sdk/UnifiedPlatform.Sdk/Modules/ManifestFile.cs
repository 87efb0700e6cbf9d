namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A file of the package.</summary>
/// <param name="Path">Path with forward slashes.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">SHA-256, lower-case hexadecimal.</param>
public sealed record ManifestFile(string Path, long Length, string Sha256);
