using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.ApiKeys;

/// <summary>Keys of machines: made, checked on every request, revoked at once.</summary>
internal sealed class ApiKeyStore(IServiceScopeFactory scopes, AccountDirectory accounts, KeyRing ring, PlatformOptions options, TimeProvider clock) : IDisposable
{
    private const int BurstSeconds = 5;
    private readonly ConcurrentDictionary<string, KnownKey> _known = new(StringComparer.Ordinal);
    private readonly PartitionedRateLimiter<KnownKey> _rates = PartitionedRateLimiter.Create<KnownKey, string>(key => RateLimitPartition.GetTokenBucketLimiter(key.Id, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = key.PerSecond * BurstSeconds, TokensPerPeriod = key.PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    }));
    private int _changes;

    public void Dispose() => _rates.Dispose();

    /// <summary>Whether one more request of the key is within its rate.</summary>
    public bool Allow(KnownKey key)
    {
        using var lease = _rates.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <summary>The key and its account; null: unknown, wrong, expired, revoked, from elsewhere, or its responsible person is gone.</summary>
    public async ValueTask<(KnownKey Key, KnownAccount Account)?> CheckAsync(string text, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!ApiKeyFormat.TryRead(text, out var id, out var secret) || await FindAsync(id, cancellationToken) is not { } key) return null;
        var now = clock.GetUtcNow();
        if (!CryptographicOperations.FixedTimeEquals(key.SecretHash, Hash(secret)) || key.ExpiresAt <= now) return null;
        if (key.Networks is { } networks && !Networks.Contain(networks, address)) return null;
        var (stamp, epoch) = await StampAsync(key.Account, cancellationToken);
        if (await accounts.FindAsync(key.Account, stamp, epoch, cancellationToken) is not { State: AccountState.Active } account) return null;
        if (key.Responsible is { } responsible && !await IsActiveAsync(responsible, cancellationToken)) return null;
        if (key.Use(now)) await NoteAsync(id, address, now, cancellationToken);
        return (key, account);
    }

    /// <summary>Makes a key of the machine account in the caller's transaction. The text is shown once and kept nowhere.</summary>
    public string Create(IdentityDbContext database, Account machine, NewApiKey wanted)
    {
        var (id, secret, text) = ApiKeyFormat.New(options.Demo ? "demo" : options.Development ? "dev" : "prod");
        var now = clock.GetUtcNow();
        database.ApiKeys.Add(new ApiKey
        {
            Id = id, SecretHash = Hash(secret), Account = machine.Id, Title = wanted.Title, Permissions = wanted.Permissions, Networks = wanted.Networks, PerSecond = wanted.PerSecond,
            ExpiresAt = now + wanted.Life, CreatedAt = now, CreatedBy = wanted.By,
        });
        return text;
    }

    /// <summary>Called after the commit that revoked the key or disabled its account.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _known.Clear();
    }

    private byte[] Hash(string secret) => HMACSHA256.HashData(ring.Active("apikey").Bytes, Encoding.UTF8.GetBytes(secret));

    private async ValueTask<KnownKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (options.PostgreSql is null && _known.TryGetValue(id, out var known)) return known;
        var changes = Volatile.Read(ref _changes);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var row = await database.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == id && key.RevokedAt == null, cancellationToken);
        if (row is null) return null;
        var responsible = await database.Accounts.AsNoTracking().Where(account => account.Id == row.Account).Select(account => account.Responsible).SingleAsync(cancellationToken);
        var fresh = new KnownKey(row.Id, row.SecretHash, row.Account, responsible is { } person ? new AccountId(person) : null, row.Networks, row.PerSecond, row.ExpiresAt, row.UsedAt);
        if (changes == Volatile.Read(ref _changes) && options.PostgreSql is null) _known[id] = fresh;
        return fresh;
    }

    private async ValueTask<(int? Stamp, int? Epoch)> StampAsync(AccountId account, CancellationToken cancellationToken)
    {
        if (options.PostgreSql is null) return (null, null);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = await database.Accounts.AsNoTracking().Where(row => row.Id == account)
            .Select(row => new { row.Stamp, Epoch = database.Installations.Select(installation => installation.RightsEpoch).First() }).SingleAsync(cancellationToken);
        return (now.Stamp, now.Epoch);
    }

    private async ValueTask<bool> IsActiveAsync(AccountId account, CancellationToken cancellationToken)
    {
        var (stamp, epoch) = await StampAsync(account, cancellationToken);
        return await accounts.FindAsync(account, stamp, epoch, cancellationToken) is { State: AccountState.Active };
    }

    private async ValueTask NoteAsync(string id, IPAddress? address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var row = await database.ApiKeys.SingleAsync(key => key.Id == id, cancellationToken);
        (row.UsedAt, row.UsedFrom) = (now, address?.ToString());
        await database.SaveChangesAsync(cancellationToken);
    }
}
