using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <inheritdoc cref="IPackageStore"/>
internal sealed class PackageStore(ModuleRuntimeOptions options, IPackageTrust trust, Preflight preflight, ICapabilityDecisions decisions) : IPackageStore
{
    private string Staging => Path.Combine(options.Packages, ".staging");

    public IReadOnlyList<string> Ids => !Directory.Exists(options.Packages) ? [] :
        [.. Directory.EnumerateDirectories(options.Packages).Select(folder => Path.GetFileName(folder)).Where(ModuleId.IsValid).Order(StringComparer.Ordinal)];

    public async Task<OfferedPackage> ReadAsync(string packageFile, CancellationToken cancellationToken)
    {
        using var package = PackageReader.Open(packageFile, await trust.ReadAsync(cancellationToken), options.Limits);
        return package.Offered;
    }

    public async Task<StagedPackage> StageAsync(Stream package, StageOptions stated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(stated);
        var draft = Path.Combine(Staging, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(draft);
        try
        {
            var file = draft + ".upm";
            await CopyAsync(package, file, cancellationToken);
            using var reader = PackageReader.Open(file, await trust.ReadAsync(cancellationToken), options.Limits);
            try
            {
                CheckOrder(reader.Manifest, stated);
                preflight.Check(reader.Manifest, reader.Signer);
                reader.Unpack(draft);
                var findings = preflight.Code(reader.Manifest, draft);
                return new StagedPackage(draft, reader.Offered, await decisions.UndecidedAsync(reader.Manifest, reader.Signer.Publisher, false, cancellationToken), findings);
            }
            catch (ModuleRefusedException refused) when (refused.Manifest is null)
            {
                throw refused.With(reader.Manifest);
            }
        }
        catch
        {
            PackageFolder.Delete(draft);
            throw;
        }
        finally
        {
            File.Delete(draft + ".upm");
        }
    }

    public InstalledPackage Keep(StagedPackage staged)
    {
        ArgumentNullException.ThrowIfNull(staged);
        var folder = FolderOf(staged.Manifest.Id, staged.Manifest.Version);
        var taken = HashOf(folder);
        if (taken is not null && taken != staged.Hash && !options.ReplacesSameVersion) throw ModuleRefusedException.For(ModuleFailureCodes.VersionTaken, staged.Manifest.Version).With(staged.Manifest);
        if (taken == staged.Hash && InstalledFiles.Fault(folder, staged.Manifest) is null) Discard(staged);
        else Place(staged, folder);
        return new InstalledPackage(staged.Manifest, folder, staged.Hash, staged.Publisher);
    }

    public void Discard(StagedPackage staged)
    {
        ArgumentNullException.ThrowIfNull(staged);
        PackageFolder.Delete(staged.Folder);
    }

    public InstalledPackage? Find(string id, string version)
    {
        var folder = FolderOf(id, version);
        return Directory.Exists(folder) ? Open(id, version, folder, trust.Current) : null;
    }

    public IReadOnlyList<InstalledVersion> Installed(string id) => [.. Versions(id).Select(version => Entry(id, version))];

    public async Task VerifyAsync(InstalledPackage package, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        var (manifest, signer) = Trusted(package.Manifest.Id, package.Manifest.Version, package.Folder, await trust.ReadAsync(cancellationToken));
        try
        {
            if (InstalledFiles.Fault(package.Folder, manifest) is { } fault) throw new ModuleRefusedException([fault]);
            preflight.Check(manifest, signer);
            preflight.Code(manifest, package.Folder);
            if (await decisions.UndecidedAsync(manifest, signer.Publisher, true, cancellationToken) is { Count: > 0 } asked) throw ModuleRefusedException.For(ModuleFailureCodes.Undecided, string.Join(", ", asked));
        }
        catch (ModuleRefusedException refused) when (refused.Manifest is null)
        {
            throw refused.With(manifest);
        }
    }

    public void Remove(string id, string version)
    {
        var folder = FolderOf(id, version);
        if (!Directory.Exists(folder)) return;
        // Out of sight by one rename first: a half deleted version is never seen.
        var draft = Path.Combine(Staging, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Staging);
        Directory.Move(folder, draft);
        PackageFolder.Delete(draft);
        if (!Directory.EnumerateFileSystemEntries(Path.Combine(options.Packages, id)).Any()) Directory.Delete(Path.Combine(options.Packages, id));
    }

    public void CleanStaging() => PackageFolder.Delete(Staging);

    private void Place(StagedPackage staged, string folder)
    {
        PackageFolder.Seal(staged.Folder);
        var old = staged.Folder + ".old";
        try
        {
            if (Directory.Exists(folder)) Directory.Move(folder, old);
            Directory.CreateDirectory(Path.GetDirectoryName(folder) ?? options.Packages);
            Directory.Move(staged.Folder, folder);
        }
        finally
        {
            PackageFolder.Delete(staged.Folder);
            PackageFolder.Delete(old);
        }
    }

    private async Task CopyAsync(Stream package, string file, CancellationToken cancellationToken)
    {
        await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81_920];
        long length = 0;
        for (var read = await package.ReadAsync(buffer, cancellationToken); read > 0; read = await package.ReadAsync(buffer, cancellationToken))
        {
            length += read;
            if (length > options.Limits.PackageBytes) throw ModuleRefusedException.For(ModuleFailureCodes.TooLarge, $"{length} > {options.Limits.PackageBytes}");
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private void CheckOrder(ModuleManifest manifest, StageOptions stated)
    {
        if (stated.AllowsOlder || Versions(manifest.Id) is not [var highest, ..] || HashOf(FolderOf(manifest.Id, manifest.Version)) is not null) return;
        if (SemanticVersion.Of(manifest.Version) < SemanticVersion.Of(highest)) throw ModuleRefusedException.For(ModuleFailureCodes.Older, manifest.Version, highest);
    }

    private InstalledVersion Entry(string id, string version)
    {
        try
        {
            return new InstalledVersion(id, version, Open(id, version, FolderOf(id, version), trust.Current), null);
        }
        catch (ModuleRefusedException refused)
        {
            return new InstalledVersion(id, version, null, refused.Failure);
        }
    }

    private static InstalledPackage Open(string id, string version, string folder, TrustedPublishers current)
    {
        var (manifest, signer) = Trusted(id, version, folder, current);
        return new InstalledPackage(manifest, folder, HashOf(folder) ?? "", signer.Publisher);
    }

    private static (ModuleManifest Manifest, TrustedPublisher Signer) Trusted(string id, string version, string folder, TrustedPublishers current)
    {
        var (bytes, signature) = (PackageFolder.Read(folder, PackageReader.ManifestName), PackageFolder.Read(folder, PackageReader.SignatureName));
        var signer = current.Signer(bytes, signature, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var manifest = PackageReader.Parse(bytes);
        // A signed folder under another name would let an old version pass for a new one.
        return manifest.Id == id && manifest.Version == version ? (manifest, signer) : throw ModuleRefusedException.For(ModuleFailureCodes.Manifest, "id, version").With(manifest);
    }

    private string[] Versions(string id) => Path.Combine(options.Packages, id) is var folder && ModuleId.IsValid(id) && Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(version => Path.GetFileName(version)).Where(version => SemanticVersion.TryParse(version, out _)).OrderByDescending(SemanticVersion.Of)]
        : [];

    private string FolderOf(string id, string version) => ModuleId.IsValid(id) && SemanticVersion.TryParse(version, out _)
        ? Path.Combine(options.Packages, id, version)
        : throw ModuleRefusedException.For(ModuleFailureCodes.Manifest, "id, version");

    private static string? HashOf(string folder) =>
        Path.Combine(folder, PackageReader.ManifestName) is var file && File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : null;
}
