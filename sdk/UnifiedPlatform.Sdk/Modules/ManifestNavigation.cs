using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A navigation entry (<see cref="NavigationAttribute"/>).</summary>
/// <param name="Path">Path relative to the module.</param>
/// <param name="Title">Title, read from the module's texts by the build.</param>
/// <param name="Group">Group: <c>window business records</c>.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Needs">Permission without which it is not shown; null: none.</param>
public sealed record ManifestNavigation(string Path, LocalizedText Title, string Group, int Order, string? Needs);
