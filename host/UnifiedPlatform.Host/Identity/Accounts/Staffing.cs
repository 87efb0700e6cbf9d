using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>Posts by the grants that run today. Machines hold none: nobody looks into their queue.</summary>
internal sealed class Staffing(IServiceScopeFactory scopes, TimeProvider clock) : IStaffing
{
    public async ValueTask<IReadOnlyCollection<Post>> HeldAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (database, now) = (scope.ServiceProvider.GetRequiredService<IdentityDbContext>(), clock.GetUtcNow());
        var posts = await (from grant in database.Grants.AsNoTracking() join account in database.Accounts.AsNoTracking() on grant.Account equals account.Id
                           where account.State == AccountState.Active && account.Kind != AccountKind.Machine && grant.EndedAt == null && grant.From <= now && (grant.Until == null || grant.Until > now)
                           select new { account.Department, account.Region, grant.Role }).Distinct().ToListAsync(cancellationToken);
        return [.. posts.Select(post => new Post(post.Department, post.Region, post.Role))];
    }
}
