using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Decisions on the capabilities of modules. They count from the commit on, in the calls of a running generation too.</summary>
internal sealed class ModuleGrants(ModulesDbContext database, [FromKeyedServices(Databases.Host)] IUnitOfWork unit, TrustStore store, IAudit audit, TimeProvider clock)
{
    /// <summary>Every decision on the module, orphaned ones too, ordered by capability.</summary>
    public async Task<IReadOnlyList<ModuleGrant>> OfAsync(string module, CancellationToken cancellationToken) =>
        await database.Grants.AsNoTracking().Where(grant => grant.Module == module).OrderBy(grant => grant.Capability).ToListAsync(cancellationToken);

    /// <summary>Grants some capabilities and withholds others; what is in neither list stays as it was.</summary>
    public Task DecideAsync(string module, IReadOnlyCollection<string> granted, IReadOnlyCollection<string> withheld, string actor, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(module, reason, async token =>
        {
            var rows = await database.Grants.Where(grant => grant.Module == module).ToDictionaryAsync(grant => grant.Capability, StringComparer.Ordinal, token);
            foreach (var (capability, allowed) in granted.Select(capability => (capability, true)).Concat(withheld.Except(granted).Select(capability => (capability, false))))
                Decide(rows, module, capability, allowed, actor, reason);
        }, cancellationToken);

    /// <summary>The module was removed: its decisions count no more.</summary>
    public Task OrphanAsync(string module, string reason, CancellationToken cancellationToken) => ChangeAsync(module, reason, token => SetOrphanedAsync(module, true, token), cancellationToken);

    /// <summary>Brings the decisions of a removed module back.</summary>
    public Task RestoreAsync(string module, string reason, CancellationToken cancellationToken) => ChangeAsync(module, reason, token => SetOrphanedAsync(module, false, token), cancellationToken);

    private void Decide(Dictionary<string, ModuleGrant> rows, string module, string capability, bool granted, string actor, string reason)
    {
        var now = clock.GetUtcNow();
        if (rows.TryGetValue(capability, out var row)) (row.Granted, row.Orphaned, row.DecidedBy, row.DecidedAt, row.Reason) = (granted, false, actor, now, reason);
        else database.Grants.Add(new ModuleGrant { Module = module, Capability = capability, Granted = granted, DecidedBy = actor, DecidedAt = now, Reason = reason });
    }

    private async Task SetOrphanedAsync(string module, bool orphaned, CancellationToken cancellationToken)
    {
        foreach (var row in await database.Grants.Where(grant => grant.Module == module).ToListAsync(cancellationToken)) row.Orphaned = orphaned;
    }

    private async Task ChangeAsync(string module, string reason, Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var own = unit.Transaction is null;
        if (own) await unit.RunAsync(WorkAsync, cancellationToken);
        else await WorkAsync(cancellationToken);
        if (own) await store.ReadAsync(cancellationToken);
        else unit.AfterCommit(store.Forget);

        async ValueTask WorkAsync(CancellationToken token)
        {
            await change(token);
            await database.SaveChangesAsync(token);
            audit.Changed(database, new AuditEntry("grant", "modules.capability", module) { Reason = reason });
        }
    }
}
