using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Installed packages: unpacked into staging, verified, moved by one rename into a folder nobody writes again.</summary>
internal sealed class PackageStore(ModuleRuntimeOptions options)
{
    private readonly TrustedKeys _keys = new(options.TrustedKeys);

    private string Staging => Path.Combine(options.Packages, ".staging");

    /// <summary>What a crash left half done goes.</summary>
    public void ClearStaging()
    {
        if (Directory.Exists(Staging)) Directory.Delete(Staging, recursive: true);
    }

    public InstalledPackage Install(string packageFile)
    {
        using var package = PackageReader.Open(packageFile, _keys, options.Limits);
        try
        {
            Preflight.Check(package.Manifest);
            return new InstalledPackage(package.Manifest, Place(package));
        }
        catch (ModuleRefusedException refused) when (refused.Manifest is null)
        {
            throw refused.With(package.Manifest);
        }
    }

    private string Place(PackageReader package)
    {
        var folder = Path.Combine(options.Packages, package.Manifest.Id, package.Manifest.Version);
        var installed = Path.Combine(folder, "module.json");
        if (File.Exists(installed) && !File.ReadAllBytes(installed).AsSpan().SequenceEqual(package.ManifestBytes) && !options.ReplacesSameVersion)
            throw ModuleRefusedException.For(ModuleFailureCodes.VersionTaken, package.Manifest.Version);
        if (InstalledFiles.AreIntact(folder, package.Manifest, package.ManifestBytes)) return folder;

        var draft = Path.Combine(Staging, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(draft);
        try
        {
            package.Unpack(draft);
            if (Directory.Exists(folder)) Directory.Move(folder, draft + ".old");
            Directory.CreateDirectory(Path.GetDirectoryName(folder) ?? options.Packages);
            Directory.Move(draft, folder);
        }
        finally
        {
            foreach (var rest in new[] { draft, draft + ".old" })
                if (Directory.Exists(rest)) Directory.Delete(rest, recursive: true);
        }
        return folder;
    }
}
