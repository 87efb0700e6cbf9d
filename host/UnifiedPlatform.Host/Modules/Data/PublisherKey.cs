namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>A public key of a publisher. A revoked one stays, so that what it signed is recognised and refused with the reason.</summary>
internal sealed class PublisherKey
{
    /// <summary>SHA-256 of the key.</summary>
    public required string Fingerprint { get; init; }

    public required Guid Publisher { get; init; }

    /// <summary>PEM.</summary>
    public required string PublicKey { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>See <see cref="Operation.Actor"/>.</summary>
    public required string AddedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    /// <summary>Why, in the officer's words.</summary>
    public string? RevokedReason { get; set; }
}
