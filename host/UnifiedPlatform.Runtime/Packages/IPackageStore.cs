namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Packages of the host: unpacked into staging under limits, verified, moved by one rename into a folder nobody writes again. What is refused leaves nothing behind.</summary>
public interface IPackageStore
{
    /// <summary>Reads and verifies the manifest of a package file without unpacking it: is this what is installed already?</summary>
    /// <exception cref="ModuleRefusedException">The package is refused.</exception>
    Task<OfferedPackage> ReadAsync(string packageFile, CancellationToken cancellationToken);

    /// <summary>Unpacks a package into staging and checks everything that can be told without running it: limits, names, signature, hashes, what this host offers, what its code refers to.</summary>
    /// <exception cref="ModuleRefusedException">The package is refused.</exception>
    Task<StagedPackage> StageAsync(Stream package, StageOptions options, CancellationToken cancellationToken);

    /// <summary>Moves a staged package to its place. The same contents again give the same answer.</summary>
    /// <exception cref="ModuleRefusedException">The version is installed with other contents.</exception>
    InstalledPackage Keep(StagedPackage staged);

    /// <summary>Drops a staged package.</summary>
    void Discard(StagedPackage staged);

    /// <summary>An installed version; null: none.</summary>
    /// <exception cref="ModuleRefusedException">It may not be loaded.</exception>
    InstalledPackage? Find(string id, string version);

    /// <summary>The installed versions of a module, the newest first.</summary>
    IReadOnlyList<InstalledVersion> Installed(string id);

    /// <summary>Ids of all modules that have a version installed.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>Checks an installed package again, before each load: trust, every file against its hash, what this host offers, capabilities decided.</summary>
    /// <exception cref="ModuleRefusedException">It may not be loaded.</exception>
    Task VerifyAsync(InstalledPackage package, CancellationToken cancellationToken);

    /// <summary>Removes an installed version. Its generation must not run.</summary>
    void Remove(string id, string version);

    /// <summary>Drops what a crash left in staging.</summary>
    void CleanStaging();
}
