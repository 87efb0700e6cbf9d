using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Reads the trust store for the officer's pages.</summary>
internal sealed class PublisherQueries(ModulesDbContext database, IPackageStore packages, IModuleRuntime runtime)
{
    public async Task<IReadOnlyList<PublisherView>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = (await database.PublisherKeys.AsNoTracking().OrderBy(key => key.AddedAt).ToListAsync(cancellationToken)).ToLookup(key => key.Publisher);
        return [.. (await database.Publishers.AsNoTracking().OrderBy(publisher => publisher.Name).ToListAsync(cancellationToken)).Select(publisher => new PublisherView(publisher, [.. keys[publisher.Id]]))];
    }

    public async Task<PublisherView?> FindAsync(Guid id, CancellationToken cancellationToken) => (await ListAsync(cancellationToken)).SingleOrDefault(view => view.Publisher.Id == id);

    public async Task<IReadOnlyList<RevokedPackage>> RevokedAsync(CancellationToken cancellationToken) =>
        await database.RevokedPackages.AsNoTracking().OrderByDescending(package => package.RevokedAt).ToListAsync(cancellationToken);

    /// <summary>Modules that run and whose package would be refused now.</summary>
    public IReadOnlyList<RevokedModule> StillRunning() =>
    [
        .. from module in runtime.Modules
           where module.Answers
           let refused = packages.Installed(module.Id).FirstOrDefault(version => version.Version == module.Version)?.Failure
           where refused is not null
           select new RevokedModule(module, refused),
    ];
}
