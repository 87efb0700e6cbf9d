using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;

namespace UnifiedPlatform.Host.Identity.Setup;

/// <summary>Whether system, security and audit officer are active: before that nobody else signs in.</summary>
internal sealed class OfficersReady
{
    public static readonly IReadOnlyList<string> Roles = ["SY", "SE", "AU"];
    private volatile bool _ready;

    public async ValueTask<bool> AreAsync(IdentityDbContext database, CancellationToken cancellationToken)
    {
        if (_ready) return true;
        var active = await (
            from grant in database.Grants.AsNoTracking()
            join account in database.Accounts.AsNoTracking() on grant.Account equals account.Id
            where grant.EndedAt == null && Roles.Contains(grant.Role) && account.State == AccountState.Active && account.Kind == AccountKind.Officer
            select grant.Role).Distinct().CountAsync(cancellationToken);
        return _ready = active == Roles.Count;
    }

    /// <summary>Whether anybody was ever made; if so, <c>/setup</c> is closed.</summary>
    public static async ValueTask<bool> IsSetUpAsync(IdentityDbContext database, CancellationToken cancellationToken) =>
        await database.Accounts.AsNoTracking().AnyAsync(account => account.Kind == AccountKind.Officer, cancellationToken);
}
