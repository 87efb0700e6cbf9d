namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A package file becomes an installed package, whether it was one before or not.</summary>
internal static class PackageInstall
{
    public static async Task<InstalledPackage> InstallAsync(this IPackageStore store, string packageFile, CancellationToken cancellationToken)
    {
        var offered = await store.ReadAsync(packageFile, cancellationToken);
        if (store.Installed(offered.Manifest.Id).FirstOrDefault(installed => installed.Package?.Hash == offered.Hash)?.Package is not { } package)
        {
            await using var file = File.OpenRead(packageFile);
            package = store.Keep(await store.StageAsync(file, new StageOptions(), cancellationToken));
        }
        await store.VerifyAsync(package, cancellationToken);
        return package;
    }
}
