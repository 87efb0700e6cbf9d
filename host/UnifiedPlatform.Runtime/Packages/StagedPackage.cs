using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A package that was unpacked and checked and waits to be kept or discarded.</summary>
public sealed class StagedPackage
{
    internal StagedPackage(string folder, OfferedPackage offered, IReadOnlyList<string> capabilitiesAsked, IReadOnlyList<ModuleFailure> findings) =>
        (Folder, Manifest, Hash, Publisher, CapabilitiesAsked, Findings) = (folder, offered.Manifest, offered.Hash, offered.Publisher, capabilitiesAsked, findings);

    /// <summary>Manifest.</summary>
    public ModuleManifest Manifest { get; }

    /// <summary>SHA-256 of <c>module.json</c>.</summary>
    public string Hash { get; }

    /// <summary>Who signed it.</summary>
    public PackagePublisher Publisher { get; }

    /// <summary>Capabilities the module declares and nobody has decided on yet.</summary>
    public IReadOnlyList<string> CapabilitiesAsked { get; }

    /// <summary>What the administrator should know and what does not refuse the package; the words are texts of the host like those of a failure.</summary>
    public IReadOnlyList<ModuleFailure> Findings { get; }

    internal string Folder { get; }
}
