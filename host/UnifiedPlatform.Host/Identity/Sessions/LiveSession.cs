using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Sessions;

/// <summary>A session as memory knows it.</summary>
internal sealed class LiveSession(Guid id, AccountId account, string hash, DateTimeOffset createdAt, DateTimeOffset seenAt, DateTimeOffset provedAt)
{
    private long _seen = seenAt.UtcTicks;
    private long _stored = seenAt.UtcTicks;

    public Guid Id { get; } = id;

    public AccountId Account { get; } = account;

    /// <summary>Hash of the session id in hexadecimal, for audit.</summary>
    public string Hash { get; } = hash;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset ProvedAt { get; } = provedAt;

    public DateTimeOffset SeenAt => new(Volatile.Read(ref _seen), TimeSpan.Zero);

    /// <summary>Notes the request; true when the note is due to be stored (once a minute).</summary>
    public bool See(DateTimeOffset now)
    {
        Volatile.Write(ref _seen, now.UtcTicks);
        var stored = Volatile.Read(ref _stored);
        return now.UtcTicks - stored >= TimeSpan.TicksPerMinute && Interlocked.CompareExchange(ref _stored, now.UtcTicks, stored) == stored;
    }
}
