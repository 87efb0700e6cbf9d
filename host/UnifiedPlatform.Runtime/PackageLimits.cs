namespace UnifiedPlatform.Runtime;

/// <summary>What a package may be at most. A module's own code is small; more is a mistake or an attack.</summary>
public sealed record PackageLimits
{
    /// <summary>Bytes of the package file.</summary>
    public long PackageBytes { get; init; } = 64L << 20;

    /// <summary>Entries.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Bytes of one file.</summary>
    public long FileBytes { get; init; } = 32L << 20;

    /// <summary>Bytes of all files.</summary>
    public long TotalBytes { get; init; } = 256L << 20;

    /// <summary>Unpacked to packed size of a file larger than a megabyte.</summary>
    public long Ratio { get; init; } = 100;

    /// <summary>Folders above a file.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>Characters of a path.</summary>
    public int PathLength { get; init; } = 200;

    /// <summary>Bytes of the manifest.</summary>
    public long ManifestBytes { get; init; } = 1L << 20;
}
