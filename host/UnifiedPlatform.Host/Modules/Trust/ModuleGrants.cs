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
    private const string Resource = "modules.capability";

    /// <summary>Every decision on the module, orphaned ones too, ordered by capability.</summary>
    public async Task<IReadOnlyList<ModuleGrant>> OfAsync(string module, CancellationToken cancellationToken) =>
        await database.Grants.AsNoTracking().Where(grant => grant.Module == module).OrderBy(grant => grant.Capability).ToListAsync(cancellationToken);

    /// <summary>Grants some capabilities and withholds others; what is in neither list stays as it was.</summary>
    public async Task DecideAsync(string module, IReadOnlyCollection<string> granted, IReadOnlyCollection<string> withheld, string actor, string reason, CancellationToken cancellationToken)
    {
        var own = unit.Transaction is null;
        if (own) await unit.RunAsync(WorkAsync, cancellationToken);
        else await WorkAsync(cancellationToken);
        if (own) await store.ReadAsync(cancellationToken);
        else unit.AfterCommit(store.Forget);

        async ValueTask WorkAsync(CancellationToken token)
        {
            var rows = await database.Grants.Where(grant => grant.Module == module).ToDictionaryAsync(grant => grant.Capability, StringComparer.Ordinal, token);
            string[] refused = [.. withheld.Except(granted)];
            foreach (var capability in granted) Decide(rows, module, capability, true, actor, reason);
            foreach (var capability in refused) Decide(rows, module, capability, false, actor, reason);
            await database.SaveChangesAsync(token);
            // The row keeps the last decision; who had what before stands here.
            if (granted.Count > 0) audit.Changed(database, new AuditEntry("grant", Resource, module) { Fields = [.. granted], Reason = reason });
            if (refused.Length > 0) audit.Changed(database, new AuditEntry("grant", Resource, module) { Fields = refused, Reason = reason, Result = "denied" });
        }
    }

    private void Decide(Dictionary<string, ModuleGrant> rows, string module, string capability, bool granted, string actor, string reason)
    {
        var now = clock.GetUtcNow();
        if (rows.TryGetValue(capability, out var row)) (row.Granted, row.Orphaned, row.DecidedBy, row.DecidedAt, row.Reason) = (granted, false, actor, now, reason);
        else database.Grants.Add(new ModuleGrant { Module = module, Capability = capability, Granted = granted, DecidedBy = actor, DecidedAt = now, Reason = reason });
    }
}
