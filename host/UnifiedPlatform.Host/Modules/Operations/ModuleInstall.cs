using UnifiedPlatform.Host.Modules.Trust;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>From an upload to an installed, and if wanted serving, version; the same for page, API and command line.</summary>
internal sealed class ModuleInstall(IPackageStore store, PackageFetch packages, ModuleOperations operations, ModuleGrants grants)
{
    /// <summary>Checks a package; nothing is installed yet.</summary>
    /// <exception cref="Runtime.ModuleRefusedException">It is refused.</exception>
    public async Task<Staged> StageAsync(Stream package, bool allowsOlder, CancellationToken cancellationToken)
    {
        if (!packages.Shares) return new Staged(await store.StageAsync(package, new StageOptions(allowsOlder), cancellationToken), null);
        using var copy = new BoundedCopy(package);
        var staged = await store.StageAsync(copy, new StageOptions(allowsOlder), cancellationToken);
        return new Staged(staged, copy.Bytes);
    }

    public void Discard(Staged staged) => store.Discard(staged.Package);

    /// <summary>Installs, decides on the capabilities, and lets the version serve if that is wanted. Gives the last operation.</summary>
    public async Task<OperationAnswer> InstallAsync(Staged staged, InstallChoice choice, Act act, CancellationToken cancellationToken)
    {
        var manifest = staged.Package.Manifest;
        var installed = await operations.InstallAsync(staged.Package, staged.Content, act, cancellationToken);
        if (installed.Refusal is not null) return installed;
        var asked = staged.Package.CapabilitiesAsked;
        if (asked.Count > 0) await grants.DecideAsync(manifest.Id, [.. asked.Intersect(choice.Granted)], [.. asked.Except(choice.Granted)], act.Actor, act.Reason, cancellationToken);
        return choice.Activates ? await operations.ActivateAsync(manifest.Id, manifest.Version, restores: false, act, cancellationToken) : installed;
    }

    /// <summary>A checked package.</summary>
    /// <param name="Package">The package in staging.</param>
    /// <param name="Content">The file, where other hosts need it too; null elsewhere.</param>
    public sealed record Staged(StagedPackage Package, byte[]? Content);
}
