namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Identity and folders of one generation.</summary>
/// <param name="Id">Module id, <c>[a-z][a-z0-9-]{1,40}</c>; also the URL prefix <c>/m/{id}</c>.</param>
/// <param name="Version">SemVer of the package.</param>
/// <param name="Title">Name for people.</param>
/// <param name="PackageFolder">The immutable folder the generation was loaded from.</param>
/// <param name="DataFolder">The module's own folder <c>modules/{id}</c> in the data directory.</param>
public sealed record ModuleInfo(string Id, string Version, Text.LocalizedText Title, string PackageFolder, string DataFolder);
