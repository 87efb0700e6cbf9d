using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>Reads accounts, grants and keys for the administration pages.</summary>
internal sealed class AccountQueries(IdentityDbContext database)
{
    public async Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken cancellationToken)
    {
        var accounts = await database.Accounts.AsNoTracking().Where(account => account.Kind != AccountKind.Machine).OrderBy(account => account.UserName).ToListAsync(cancellationToken);
        var grants = (await database.Grants.AsNoTracking().Where(grant => grant.EndedAt == null).ToListAsync(cancellationToken)).ToLookup(grant => grant.Account, grant => grant.Role);
        return [.. accounts.Select(account => new AccountLine(account.Id, account.UserName, account.Name, account.Kind, account.State, account.Department, [.. grants[account.Id].Distinct()], account.SignedInAt))];
    }

    public async Task<(Account Account, IReadOnlyList<Grant> Grants)?> FindAsync(AccountId id, CancellationToken cancellationToken)
    {
        if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is not { } account) return null;
        return (account, await database.Grants.AsNoTracking().Where(grant => grant.Account == id && grant.EndedAt == null).OrderBy(grant => grant.Role).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<KeyLine>> KeysAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from key in database.ApiKeys.AsNoTracking()
            join account in database.Accounts.AsNoTracking() on key.Account equals account.Id
            orderby key.CreatedAt
            select new { Key = key, account.Responsible }).ToListAsync(cancellationToken);
        var grants = (await database.Grants.AsNoTracking().Where(grant => grant.EndedAt == null).ToListAsync(cancellationToken)).ToLookup(grant => grant.Account, grant => grant.Role);
        var names = await database.Accounts.AsNoTracking().ToDictionaryAsync(account => account.Id.Value, account => account.Name, cancellationToken);
        return [.. rows.Select(row => new KeyLine(row.Key.Id, row.Key.Title, row.Responsible is { } person ? names.GetValueOrDefault(person) : null, [.. grants[row.Key.Account].Distinct()], row.Key.ExpiresAt, row.Key.RevokedAt, row.Key.UsedAt))];
    }
}
