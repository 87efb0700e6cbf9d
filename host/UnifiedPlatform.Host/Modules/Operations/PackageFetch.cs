using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Finds a kept package; a host that shares its database with others takes over what was installed through another one.</summary>
internal sealed class PackageFetch(IPackageStore store, ModuleLedger ledger, PlatformOptions options)
{
    /// <summary>Whether packages travel through the database.</summary>
    public bool Shares => options.PostgreSql is not null;

    /// <summary>The installed package.</summary>
    /// <param name="module">Module id.</param>
    /// <param name="version">Version.</param>
    /// <param name="hash">Hash of the version that is meant; null: whichever lies here.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ModuleRefusedException">It is missing, or may not be loaded.</exception>
    public async Task<InstalledPackage> GetAsync(string module, string version, string? hash, CancellationToken cancellationToken)
    {
        if (store.Find(module, version) is { } here && (hash is null || here.Hash == hash)) return here;
        if (!Shares || await ContentAsync(module, version, cancellationToken) is not { } content) throw ModuleRefusedException.For(OperationFailures.PackageMissing, version);
        using var stream = new MemoryStream(content, writable: false);
        return store.Keep(await store.StageAsync(stream, new StageOptions(AllowsOlder: true), cancellationToken));
    }

    private Task<byte[]?> ContentAsync(string module, string version, CancellationToken cancellationToken) => ledger.RunAsync(
        async (database, token) => await database.Contents.AsNoTracking().Where(row => row.Module == module && row.Version == version).Select(row => row.Package).FirstOrDefaultAsync(token),
        cancellationToken, write: false);
}
