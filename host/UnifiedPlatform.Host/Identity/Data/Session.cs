using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>A signed-in browser. The cookie's session id is kept as a hash.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required byte[] SidHash { get; init; }

    public required AccountId Account { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When the person last proved who they are (sign-in or step-up).</summary>
    public DateTimeOffset ProvedAt { get; set; }

    /// <summary>How: <c>pwd</c>, <c>pwd totp</c>.</summary>
    public required string Methods { get; init; }

    public string? Address { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why: <c>signed-out replaced idle expired revoked</c>.</summary>
    public string? EndedWhy { get; set; }
}
