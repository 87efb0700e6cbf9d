using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What the database says of all modules at one moment.</summary>
internal sealed record ModulesPicture(IReadOnlyList<DesiredModule> Desired, IReadOnlyList<KeptVersion> Versions, IReadOnlyList<DataMark> Data, IReadOnlyList<Operation> Open)
{
    public DesiredModule? DesiredOf(string module) => Desired.FirstOrDefault(row => row.Id == module);

    public Operation? OpenOf(string module) => Open.FirstOrDefault(row => row.Module == module);

    /// <summary>Versions in the store, the newest first.</summary>
    public IReadOnlyList<KeptVersion> VersionsOf(string module) => [.. Versions.Where(row => row.Module == module).OrderByDescending(row => SemanticVersion.Of(row.Version))];

    public DataMark? DataOf(string module) => Data.FirstOrDefault(row => row.Module == module);

    /// <summary>Whether the version can read the data as they are now.</summary>
    public bool CanRead(string module, string version) => DataOf(module) is not { } data || IsBelow(version, data.Floor) is false;

    /// <summary>Whether newer data than the version's own are read on purpose.</summary>
    public bool ReadsNewer(string module, string version) => DataOf(module) is { } data && IsBelow(version, data.Version) && CanRead(module, version);

    /// <summary>The version to fall back to when the wanted one does not start: the last one that served and can read the data.</summary>
    public KeptVersion? LastGood(string module, string besides) => Versions
        .Where(row => row.Module == module && row.Version != besides && row.LastGoodAt is not null && CanRead(module, row.Version)).MaxBy(row => row.LastGoodAt);

    public static bool IsBelow(string version, string other) => SemanticVersion.Of(version) < SemanticVersion.Of(other);
}
