using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Identity.Sessions;

/// <summary>Sessions of browsers: begins, checks on every request, ends at once.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, AccountDirectory accounts, PlatformOptions options, IConfiguration settings, TimeProvider clock)
{
    private readonly SessionLimits _staff = SessionLimits.Staff(settings);
    private readonly ConcurrentDictionary<string, LiveSession> _live = new(StringComparer.Ordinal);
    private int _changes;

    /// <summary>The session and account of a cookie; null: ended, unknown, or the account is not active.</summary>
    public async ValueTask<(LiveSession Session, KnownAccount Account)?> CheckAsync(byte[] sid, AccountId account, CancellationToken cancellationToken)
    {
        var hash = SessionTicket.Hash(sid);
        var key = Convert.ToHexStringLower(hash);
        var (session, stamp, epoch) = options.PostgreSql is null ? (await FromMemoryAsync(hash, key, cancellationToken), null, null) : await FromDatabaseAsync(hash, key, cancellationToken);
        if (session is null || session.Account != account) return null;
        if (await accounts.FindAsync(account, stamp, epoch, cancellationToken) is not { State: AccountState.Active } known) return null;

        var now = clock.GetUtcNow();
        var limits = LimitsOf(known.Kind);
        if (now - session.SeenAt > limits.Idle || now - session.CreatedAt > limits.Absolute)
        {
            await EndAsync(session.Id, now - session.SeenAt > limits.Idle ? "idle" : "expired", cancellationToken);
            return null;
        }
        if (session.See(now)) await NoteAsync(session.Id, now, cancellationToken);
        return (session, known);
    }

    public SessionLimits LimitsOf(AccountKind kind) => kind == AccountKind.Officer ? SessionLimits.Officer : _staff;

    /// <summary>Begins a session in the caller's transaction; the oldest beyond the limit end. Returns the session id for the cookie.</summary>
    public async ValueTask<byte[]> BeginAsync(IdentityDbContext database, Account account, string methods, string? address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await database.Sessions.Where(row => row.Account == account.Id && row.EndedAt == null).OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken);
        foreach (var oldest in open.Skip(LimitsOf(account.Kind).Most - 1)) (oldest.EndedAt, oldest.EndedWhy) = (now, "replaced");
        var sid = SessionTicket.NewSid();
        database.Sessions.Add(new Session
        {
            Id = Guid.CreateVersion7(now), SidHash = SessionTicket.Hash(sid), Account = account.Id, CreatedAt = now, SeenAt = now, ProvedAt = now, Methods = methods, Address = address,
        });
        await database.SaveChangesAsync(cancellationToken);
        Forget(account.Id);
        return sid;
    }

    /// <summary>Ends one session at once.</summary>
    public ValueTask EndAsync(Guid id, string why, CancellationToken cancellationToken) => EndAsync(row => row.Id == id, why, cancellationToken);

    /// <summary>Ends every session of an account in the caller's transaction.</summary>
    public async ValueTask EndAllAsync(IdentityDbContext database, AccountId account, string why, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await database.Sessions.Where(row => row.Account == account && row.EndedAt == null).ToListAsync(cancellationToken))
            (session.EndedAt, session.EndedWhy) = (now, why);
    }

    /// <summary>Notes that the person has proved again who they are.</summary>
    public async ValueTask ProveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var session = await database.Sessions.SingleAsync(row => row.Id == id, cancellationToken);
        session.ProvedAt = clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        Forget(session.Account);
    }

    /// <summary>Called after a commit that ended sessions of the account.</summary>
    public void Forget(AccountId account)
    {
        Interlocked.Increment(ref _changes);
        foreach (var (key, session) in _live)
            if (session.Account == account) _live.TryRemove(key, out _);
    }

    private async ValueTask EndAsync(System.Linq.Expressions.Expression<Func<Session, bool>> which, string why, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        if (await database.Sessions.Where(which).SingleOrDefaultAsync(row => row.EndedAt == null, cancellationToken) is not { } session) return;
        (session.EndedAt, session.EndedWhy) = (clock.GetUtcNow(), why);
        await database.SaveChangesAsync(cancellationToken);
        Forget(session.Account);
    }

    private async ValueTask NoteAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        if (await database.Sessions.SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancellationToken) is not { } session) return;
        session.SeenAt = now;
        await database.SaveChangesAsync(cancellationToken);
    }

    private async ValueTask<LiveSession?> FromMemoryAsync(byte[] hash, string key, CancellationToken cancellationToken)
    {
        if (_live.TryGetValue(key, out var known)) return known;
        var changes = Volatile.Read(ref _changes);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        if (await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.SidHash == hash && row.EndedAt == null, cancellationToken) is not { } row) return null;
        var session = Live(row, key);
        // Kept only if nothing ended meanwhile; otherwise the next request reads again.
        if (changes == Volatile.Read(ref _changes)) _live[key] = session;
        return session;
    }

    private async ValueTask<(LiveSession? Session, int? Stamp, int? Epoch)> FromDatabaseAsync(byte[] hash, string key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var found = await (
            from row in database.Sessions.AsNoTracking()
            join account in database.Accounts.AsNoTracking() on row.Account equals account.Id
            where row.SidHash == hash && row.EndedAt == null
            select new { Row = row, account.Stamp, Epoch = database.Installations.Select(installation => installation.RightsEpoch).First() }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? (null, null, null) : (Live(found.Row, key), found.Stamp, found.Epoch);
    }

    private static LiveSession Live(Session row, string key) => new(row.Id, row.Account, key, row.CreatedAt, row.SeenAt, row.ProvedAt);
}
