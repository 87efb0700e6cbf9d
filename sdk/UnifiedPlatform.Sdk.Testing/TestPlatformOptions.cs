using Microsoft.AspNetCore.Builder;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>What a test's host differs in from the demo on SQLite files.</summary>
public sealed record TestPlatformOptions
{
    /// <summary>Demo mode with its town and accounts. Default true.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Synthetic residents of the demo town. Default 60, enough for every story and quick to load.</summary>
    public int Residents { get; init; } = 60;

    /// <summary>On PostgreSQL instead of SQLite files; needs <see cref="TestDatabase.Available"/>.</summary>
    public bool PostgreSql { get; init; }

    /// <summary>Folder to use again; null: a new one, deleted at the end.</summary>
    public string? Folder { get; init; }

    /// <summary>Folder of packages; null: what the build packed.</summary>
    public string? Modules { get; init; }

    /// <summary>Further command-line arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Changes services before the host is built (a clock, a fault); null: nothing.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>Whether to wait until <c>/health/ready</c> answers 200. Default true.</summary>
    public bool WaitUntilReady { get; init; } = true;

    /// <summary>How long to wait at most. Default two minutes.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(2);
}
