namespace UnifiedPlatform.Runtime;

/// <summary>Where the runtime keeps packages and data, whom it trusts, and how long it waits.</summary>
public sealed record ModuleRuntimeOptions
{
    /// <summary>Folder of installed packages, <c>packages</c> in the data directory.</summary>
    public required string Packages { get; init; }

    /// <summary>Folder of the modules' own data, <c>modules</c> in the data directory.</summary>
    public required string Data { get; init; }

    /// <summary>Public keys (PEM) whose packages are loaded.</summary>
    public IReadOnlyList<string> TrustedKeys { get; init; } = [];

    /// <summary>Whether a version may be replaced by other contents of the same version: builds of a clone, never a delivery.</summary>
    public bool ReplacesSameVersion { get; init; }

    /// <summary>Limit of a start without migrations.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit of the migrations before a start.</summary>
    public TimeSpan MigrationLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long requests may finish after the stop token was given.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limits of a package.</summary>
    public PackageLimits Limits { get; init; } = new();
}
