using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.ApiKeys;

/// <summary>A key as memory knows it.</summary>
internal sealed class KnownKey(string id, byte[] secretHash, AccountId account, AccountId? responsible, string? networks, int perSecond, DateTimeOffset expiresAt, DateTimeOffset? usedAt)
{
    private long _used = usedAt?.UtcTicks ?? 0;

    public string Id { get; } = id;

    public byte[] SecretHash { get; } = secretHash;

    public AccountId Account { get; } = account;

    public AccountId? Responsible { get; } = responsible;

    public string? Networks { get; } = networks;

    public int PerSecond { get; } = perSecond;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>True when this use is to be written down (once a minute).</summary>
    public bool Use(DateTimeOffset now)
    {
        var used = Volatile.Read(ref _used);
        return now.UtcTicks - used >= TimeSpan.TicksPerMinute && Interlocked.CompareExchange(ref _used, now.UtcTicks, used) == used;
    }
}
