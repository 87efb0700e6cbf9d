namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>Counts failed sign-ins of one pair of account and network, or of one account, in the database: limits must hold across nodes and restarts.</summary>
internal sealed class SignInTry
{
    /// <summary>Keyed hash of what is counted; names nobody.</summary>
    public required string Key { get; init; }

    public int Failures { get; set; }

    public DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
