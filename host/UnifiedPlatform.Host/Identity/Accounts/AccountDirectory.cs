using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Rights;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>What every account may do now. On SQLite this process is the only writer, so memory is the truth and is dropped by the commit that changes it;
/// on PostgreSQL the stamp is read with the session on every request and memory only saves building the snapshot.</summary>
internal sealed class AccountDirectory(IServiceScopeFactory scopes, RoleMatrix matrix, TimeProvider clock)
{
    private readonly ConcurrentDictionary<AccountId, KnownAccount> _known = new();
    private int _changes;

    /// <summary>The account, from memory unless it changed. <paramref name="stamp"/> and <paramref name="epoch"/> are what the database says now; null: memory knows.</summary>
    public async ValueTask<KnownAccount?> FindAsync(AccountId id, int? stamp, int? epoch, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(id, out var known) && IsCurrent(known, stamp, epoch)) return known;
        while (true)
        {
            var changes = Volatile.Read(ref _changes);
            if (await ReadAsync(id, cancellationToken) is not { } fresh) return null;
            // A change committed while we read would otherwise be hidden for ever by what we read before it.
            if (changes != Volatile.Read(ref _changes)) continue;
            _known[id] = fresh;
            return fresh;
        }
    }

    /// <summary>Called after the commit that changed the account.</summary>
    public void Forget(AccountId id)
    {
        Interlocked.Increment(ref _changes);
        _known.TryRemove(id, out _);
    }

    private bool IsCurrent(KnownAccount known, int? stamp, int? epoch) =>
        known.Matrix == matrix.Version && (stamp is null || known.Stamp == stamp) && (epoch is null || known.Epoch == epoch) && !(known.ReadAgainAt <= clock.GetUtcNow());

    private async ValueTask<KnownAccount?> ReadAsync(AccountId id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var version = matrix.Version;
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } account) return null;
        var grants = await database.Grants.AsNoTracking().Where(grant => grant.Account == id && grant.EndedAt == null).ToListAsync(cancellationToken);
        var limit = await database.ApiKeys.AsNoTracking().Where(key => key.Account == id).Select(key => key.Permissions).FirstOrDefaultAsync(cancellationToken);
        var epoch = await database.Installations.AsNoTracking().Select(row => row.RightsEpoch).SingleAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var rights = account.State == AccountState.Active
            ? RightsBuilder.Build($"{account.Stamp}.{epoch}", grants, matrix, now, limit?.Split(','))
            : new RightsSnapshot($"{account.Stamp}.{epoch}", [], []);
        return new KnownAccount(id, account.Kind, account.State, account.Name, account.Department, account.Region, account.Stamp, epoch, version, NextChange(grants, now), rights);
    }

    // A grant that begins or ends by date changes the rights without a commit.
    private static DateTimeOffset? NextChange(List<Grant> grants, DateTimeOffset now) =>
        grants.SelectMany(grant => new[] { grant.From, grant.Until ?? DateTimeOffset.MaxValue }).Where(at => at > now && at < DateTimeOffset.MaxValue).Cast<DateTimeOffset?>().Min();
}
