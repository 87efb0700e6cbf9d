namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Who signed a package.</summary>
/// <param name="Name">Name in the trust store.</param>
/// <param name="Fingerprint">SHA-256 of the public key (<see cref="KeyFingerprint"/>).</param>
/// <param name="Level">Level of the signature.</param>
public sealed record PackagePublisher(string Name, string Fingerprint, PublisherLevel Level);
