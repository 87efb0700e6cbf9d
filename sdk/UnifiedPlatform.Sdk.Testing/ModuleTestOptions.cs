using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>What a module's test host differs in from SQLite files, the usual clock and no other module.</summary>
public sealed record ModuleTestOptions
{
    /// <summary>Kind of database. PostgreSQL needs <see cref="TestDatabase.Available"/>. Default: SQLite files.</summary>
    public DatabaseKind Database { get; init; }

    /// <summary>Where the clock starts. Default: <see cref="TestClock.Usual"/>.</summary>
    public DateTimeOffset Start { get; init; } = TestClock.Usual;

    /// <summary>The module's own settings (<c>Modules:{id}:…</c>).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Version the module is installed under. Null: its own.</summary>
    public string? Version { get; init; }

    /// <summary>Capabilities of its manifest that the administrator withholds. Default: none.</summary>
    public IReadOnlyCollection<string> Withheld { get; init; } = [];
}
