namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What the host must offer, computed by the build from what the module was compiled against.</summary>
/// <param name="Sdk">Range of SDK versions, e.g. <c>&gt;=1.4.0 &lt;2.0.0</c>.</param>
/// <param name="Shared">Assemblies the host provides, with the version referenced.</param>
public sealed record ManifestRequires(string Sdk, IReadOnlyList<ManifestAssembly> Shared)
{
    /// <summary>Contracts of other modules.</summary>
    public IReadOnlyList<ManifestContract> Modules { get; init; } = [];
}
