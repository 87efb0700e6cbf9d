using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>One natural person's account, or a machine's.</summary>
internal sealed class Account
{
    public required AccountId Id { get; init; }

    /// <summary>Sign-in name, lower case; machines have one that no password opens.</summary>
    public required string UserName { get; init; }

    public required string Name { get; set; }

    public AccountKind Kind { get; init; }

    public AccountState State { get; set; }

    public string? Department { get; set; }

    public string? Region { get; set; }

    /// <summary>Responsible person of a machine.</summary>
    public Guid? Responsible { get; init; }

    /// <summary>Language the person chose; null: what the browser says.</summary>
    public string? Language { get; set; }

    public string? PasswordHash { get; set; }

    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>The account version of security.md §2.4: raised by everything that changes what the account may do or how it signs in.</summary>
    public int Stamp { get; set; } = 1;

    public byte[]? TimeCodeSeed { get; set; }

    /// <summary>Last accepted step of the time code; an equal or older one is refused.</summary>
    public long TimeCodeStep { get; set; }

    public byte[]? InviteHash { get; set; }

    public DateTimeOffset? InviteUntil { get; set; }

    public int FailedSinceSignIn { get; set; }

    public DateTimeOffset? SignedInAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }
}
