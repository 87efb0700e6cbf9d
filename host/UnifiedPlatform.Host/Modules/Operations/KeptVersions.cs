using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Rows of the versions that lie in the store.</summary>
internal static class KeptVersions
{
    public static async ValueTask SaveAsync(ModulesDbContext database, InstalledPackage package, string actor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (id, version) = (package.Manifest.Id, package.Manifest.Version);
        if (await database.Versions.SingleOrDefaultAsync(row => row.Module == id && row.Version == version, cancellationToken) is { } row)
        {
            (row.Hash, row.Publisher, row.Fingerprint) = (package.Hash, package.Publisher.Name, package.Publisher.Fingerprint);
            return;
        }
        database.Versions.Add(new KeptVersion
        {
            Module = id, Version = version, Hash = package.Hash, Publisher = package.Publisher.Name, Fingerprint = package.Publisher.Fingerprint, InstalledBy = actor, InstalledAt = at,
        });
    }
}
