using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What the administrator sees of modules: what runs here, what is wanted, what lies in the store, what was done. Works without any module.</summary>
internal sealed class ModuleQueries(ModulesDbContext database, IModuleRuntime runtime, IPackageStore store, ModuleFailureTexts words)
{
    private const int Acts = 50;

    public async Task<IReadOnlyList<ModuleStatus>> ListAsync(CancellationToken cancellationToken)
    {
        var known = runtime.Modules;
        // Installed and never activated, or wanted and not tried yet: the runtime has not heard of them.
        var others = (await database.Versions.AsNoTracking().Select(row => row.Module).Distinct().ToListAsync(cancellationToken)).Except(known.Select(module => module.Id), StringComparer.Ordinal);
        return [.. known.Concat(others.Select(Resting)).OrderBy(module => module.Id, StringComparer.Ordinal)];
    }

    public async Task<ModuleDetail?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var picture = await ModuleLedger.ReadAsync(database, cancellationToken);
        var acts = await database.Operations.AsNoTracking().Where(row => row.Module == id).OrderByDescending(row => row.AskedAt).Take(Acts).ToListAsync(cancellationToken);
        var (desired, kept) = (picture.DesiredOf(id), picture.VersionsOf(id));
        if (runtime.Find(id) is not { } status)
        {
            if (desired is null && kept.Count == 0 && acts.Count == 0) return null;
            status = Resting(id);
        }
        var stored = store.Installed(id).ToDictionary(version => version.Version);
        var grants = await database.Grants.AsNoTracking().Where(grant => grant.Module == id && !grant.Orphaned).ToDictionaryAsync(grant => grant.Capability, cancellationToken);
        var asked = stored.Values.SelectMany(version => version.Package?.Manifest.Capabilities ?? []).Concat(status.Manifest?.Capabilities ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new ModuleDetail(
            status, desired, [.. kept.Select(row => VersionLine.Of(row, stored.GetValueOrDefault(row.Version), desired, status, picture, words))],
            picture.DataOf(id), [.. acts.Select(act => OperationView.Of(act, words))],
            [.. asked.Select(capability => Decided(capability, grants.GetValueOrDefault(capability)))], [.. runtime.Usage(id).OrderByDescending(use => use.Requests)]);
    }

    public async Task<OperationView?> OperationAsync(Guid id, CancellationToken cancellationToken) =>
        await database.Operations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } operation ? OperationView.Of(operation, words) : null;

    private static CapabilityLine Decided(string capability, ModuleGrant? grant) => new(capability, grant?.Granted, grant?.DecidedBy, grant?.DecidedAt, grant?.Reason);

    private ModuleStatus Resting(string id)
    {
        var manifest = store.Installed(id).FirstOrDefault(version => version.Package is not null)?.Package?.Manifest;
        return new ModuleStatus(id, manifest?.Version ?? "", ModuleState.Stopped, manifest?.Title ?? new Sdk.Text.LocalizedText(id, id), default, null, 0, 0, 0, manifest);
    }
}
