namespace UnifiedPlatform.Host.Composition;

/// <summary>What the command line, the environment and appsettings decide before any room is built. Paths are absolute.</summary>
/// <param name="Data">Everything that is state (contracts.md §4).</param>
/// <param name="Keys">Key ring and data-protection keys; never inside <paramref name="Data"/> outside demo and development.</param>
/// <param name="Packages">Folder whose packages are offered to the loader.</param>
/// <param name="Demo">Demo mode: synthetic town, random passwords, banner, loopback only.</param>
/// <param name="DemoResidents">How many synthetic residents the demo town gets.</param>
/// <param name="DemoAllowRemote">Demo on a non-loopback address, over HTTPS.</param>
/// <param name="Development">Unsigned-dev trust of the clone's own key and error details on loopback.</param>
/// <param name="MetricsUrls">Listener of <c>/metrics</c>; empty: none.</param>
/// <param name="PostgreSql">Connection string of the PostgreSQL database; null: SQLite files.</param>
/// <param name="TimeZone">Business time zone.</param>
public sealed record PlatformOptions(
    string Data, string Keys, string Packages, bool Demo, int DemoResidents, bool DemoAllowRemote, bool Development,
    string MetricsUrls, string? PostgreSql, TimeZoneInfo TimeZone)
{
    /// <summary>Whether the modules' packages signed by this clone's own key are trusted.</summary>
    public bool TrustsClone => Demo || Development;

    /// <summary>A path inside the data directory.</summary>
    public string InData(params ReadOnlySpan<string> parts) => Path.Combine([Data, .. parts]);
}
