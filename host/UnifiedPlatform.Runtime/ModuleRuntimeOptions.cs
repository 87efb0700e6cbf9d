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

    /// <summary>Connection string of the PostgreSQL database that holds the modules' schemas, for its backup tool; null: SQLite.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>Limit of checking an installed package.</summary>
    public TimeSpan VerifyLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit of building a generation, and of its start.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit of a backup, and of the migrations after it.</summary>
    public TimeSpan MigrationLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Limit of the self-test and the first page.</summary>
    public TimeSpan WarmLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit of a stop, and of letting the container go.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a request waits for a module that is being started.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long requests and streams of a leaving version run on unasked before its stop token is given.</summary>
    public TimeSpan SoftLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When what is still inside a leaving version is cut off.</summary>
    public TimeSpan HardLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The hard limit while the host stops.</summary>
    public TimeSpan ShutdownLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long code that was cut off may take to notice.</summary>
    public TimeSpan CutGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Crashes of a version within <see cref="CrashWindow"/> after which it is quarantined.</summary>
    public int CrashLimit { get; init; } = 5;

    /// <summary>The window in which crashes are counted.</summary>
    public TimeSpan CrashWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Leaked generations of all modules after which the administrator is warned.</summary>
    public int LeakWarning { get; init; } = 20;

    /// <summary>Leaked generations of all modules after which a restart is proposed.</summary>
    public int LeakLimit { get; init; } = 50;

    /// <summary>Copies of a module's database that are kept.</summary>
    public int KeptBackups { get; init; } = 5;

    /// <summary>Log messages a module may write a second on average.</summary>
    public int LogRate { get; init; } = 100;

    /// <summary>Log messages a module may write at once.</summary>
    public int LogBurst { get; init; } = 1_000;

    /// <summary>Limits of a package.</summary>
    public PackageLimits Limits { get; init; } = new();
}
