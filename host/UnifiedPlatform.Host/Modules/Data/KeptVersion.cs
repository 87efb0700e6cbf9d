namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>A version of a module that lies in the store of packages.</summary>
internal sealed class KeptVersion
{
    /// <summary>Module id.</summary>
    public required string Module { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 of <c>module.json</c>, which covers every file.</summary>
    public required string Hash { get; set; }

    /// <summary>Who signed it, as the trust store called them then.</summary>
    public required string Publisher { get; set; }

    /// <summary>SHA-256 of the publisher's public key.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>See <see cref="Operation.Actor"/>.</summary>
    public required string InstalledBy { get; set; }

    public required DateTimeOffset InstalledAt { get; set; }

    /// <summary>When it last took over; null: never.</summary>
    public DateTimeOffset? LastGoodAt { get; set; }
}
