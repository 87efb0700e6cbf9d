namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A page of the module.</summary>
/// <param name="Route">Route template relative to the module.</param>
/// <param name="Needs">Permissions it needs; empty: signed in or public.</param>
/// <param name="Public">Whether it is open to everybody.</param>
public sealed record ManifestPage(string Route, IReadOnlyList<string> Needs, bool Public);
