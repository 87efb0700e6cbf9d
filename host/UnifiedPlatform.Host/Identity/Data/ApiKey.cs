using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>A machine's key. Only a keyed hash of the secret is kept.</summary>
internal sealed class ApiKey
{
    /// <summary>Public part, ten base-32 characters.</summary>
    public required string Id { get; init; }

    public required byte[] SecretHash { get; init; }

    /// <summary>The machine account whose grants the key has.</summary>
    public required AccountId Account { get; init; }

    public required string Title { get; init; }

    /// <summary>Permissions the key is limited to, comma-separated; null: all of the account's.</summary>
    public string? Permissions { get; init; }

    /// <summary>Networks it may come from in CIDR form, comma-separated; null: any.</summary>
    public string? Networks { get; init; }

    /// <summary>Requests a second, in bursts of five times that.</summary>
    public int PerSecond { get; init; } = 20;

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public string? UsedFrom { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }
}
