namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The module's own data.</summary>
/// <param name="Providers">Databases it has migrations for: <c>sqlite postgreSql</c>.</param>
/// <param name="SchemaVersion">Name of the newest migration.</param>
/// <param name="MinAppVersion">Lowest module version able to run on that schema (floor of a rollback).</param>
public sealed record ManifestData(IReadOnlyList<string> Providers, string SchemaVersion, string MinAppVersion);
