namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A key that counted once.</summary>
/// <param name="Publisher">Whose it was.</param>
/// <param name="PublicKey">Public key, PEM.</param>
/// <param name="Reason">Why it was revoked, in the security officer's words.</param>
public sealed record RevokedTrust(PackagePublisher Publisher, string PublicKey, string Reason);
