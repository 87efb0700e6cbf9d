using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>In demo and development what lies in the folder of packages is installed and wanted without anybody's click, once for each version and contents. Elsewhere only the operator installs.</summary>
internal sealed class OfferedModules(PlatformOptions options, IPackageStore store, IModuleRuntime runtime, PackageFetch packages, ModuleLedger ledger, TimeProvider clock, ILogger<OfferedModules> logger)
{
    private const string Reason = "--modules";

    public async Task TakeAsync(ModulesPicture picture, CancellationToken cancellationToken)
    {
        if (!options.TrustsClone) return;
        var files = Files();
        if (files.Count == 0) logger.LogWarning("No module package lies in {Folder}.", options.Packages);
        var removed = files.Count == 0 ? [] : await RemovedAsync(cancellationToken);
        var taken = await Task.WhenAll(files.Select(file => Task.Run(() => TakeAsync(file, picture, removed, cancellationToken), cancellationToken)));
        if (taken.OfType<Taken>().ToArray() is { Length: > 0 } news) await SaveAsync(news, cancellationToken);
    }

    private async Task<Taken?> TakeAsync(string file, ModulesPicture picture, IReadOnlyList<(string Module, string Version)> removed, CancellationToken cancellationToken)
    {
        try
        {
            var offered = await store.ReadAsync(file, cancellationToken);
            var (id, version) = (offered.Manifest.Id, offered.Manifest.Version);
            // What somebody took out by hand, or is taking out, stays out until there is a version he has not seen.
            if (picture.OpenOf(id) is { Verb: OperationVerb.Remove or OperationVerb.Purge } || removed.Any(removal => removal.Module == id && !ModulesPicture.IsBelow(removal.Version, version))) return null;
            if (picture.VersionsOf(id).FirstOrDefault(row => row.Version == version)?.Hash == offered.Hash && store.Installed(id).Any(kept => kept.Package?.Hash == offered.Hash)) return null;
            await using var stream = File.OpenRead(file);
            var package = store.Keep(await store.StageAsync(stream, new StageOptions(AllowsOlder: true), cancellationToken));
            return new Taken(package, packages.Shares ? await File.ReadAllBytesAsync(file, cancellationToken) : null);
        }
        catch (ModuleRefusedException refused)
        {
            var (id, version) = refused.Manifest is { } manifest ? (manifest.Id, manifest.Version) : OfferedPackages.NameOf(file);
            logger.LogError("Package {Package} is refused: {Reason}.", Path.GetFileName(file), refused.Failure);
            runtime.Refuse(id, version, refused.Manifest, refused.Failure);
            return null;
        }
    }

    private Task<IReadOnlyList<(string Module, string Version)>> RemovedAsync(CancellationToken cancellationToken) => ledger.RunAsync<IReadOnlyList<(string Module, string Version)>>(async (database, token) =>
    {
        var wanted = await database.Desired.Select(row => row.Id).ToListAsync(token);
        var removals = await database.Operations.Where(row => row.Verb == OperationVerb.Remove && row.State == OperationState.Succeeded && row.From != null).Select(row => new { row.Module, row.From }).ToListAsync(token);
        return [.. removals.Where(row => !wanted.Contains(row.Module)).Select(row => (row.Module, row.From!))]; // there by the filter
    }, cancellationToken, write: false);

    private Task SaveAsync(IReadOnlyList<Taken> news, CancellationToken cancellationToken) => ledger.RunAsync(async (database, token) =>
    {
        var now = clock.GetUtcNow();
        foreach (var (package, content) in news)
        {
            var (id, version) = (package.Manifest.Id, package.Manifest.Version);
            await KeptVersions.SaveAsync(database, package, Act.Host, now, token);
            if (content is not null) await SaveContentAsync(database, id, version, content, token);
            var desired = await database.Desired.SingleOrDefaultAsync(row => row.Id == id, token);
            database.Operations.Add(new Operation
            {
                Id = Guid.CreateVersion7(now), Module = id, Verb = OperationVerb.Install, From = desired?.Version, To = version, State = OperationState.Succeeded,
                Actor = Act.Host, Reason = Reason, AskedAt = now, StartedAt = now, EndedAt = now,
            });
            if (desired is null) database.Desired.Add(new DesiredModule { Id = id, Version = version, Enabled = true, ChangedBy = Act.Host, ChangedAt = now, Reason = Reason });
            else if (!ModulesPicture.IsBelow(version, desired.Version)) (desired.Version, desired.ChangedBy, desired.ChangedAt, desired.Reason) = (version, Act.Host, now, Reason);
        }
        return await database.SaveChangesAsync(token);
    }, cancellationToken);

    public static async ValueTask SaveContentAsync(ModulesDbContext database, string module, string version, byte[] content, CancellationToken cancellationToken)
    {
        if (await database.Contents.SingleOrDefaultAsync(row => row.Module == module && row.Version == version, cancellationToken) is { } row) row.Package = content;
        else database.Contents.Add(new KeptContent { Module = module, Version = version, Package = content });
    }

    private IReadOnlyList<string> Files()
    {
        try
        {
            return OfferedPackages.In(options.Packages);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.LogError("The folder of packages {Folder} cannot be read: {Error}.", options.Packages, error.GetType().Name);
            return [];
        }
    }

    private sealed record Taken(InstalledPackage Package, byte[]? Content);
}
