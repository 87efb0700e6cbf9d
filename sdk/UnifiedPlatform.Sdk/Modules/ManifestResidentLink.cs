using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A link on the resident's page (<see cref="ResidentLinkAttribute"/>).</summary>
/// <param name="Path">Path relative to the module; <c>{residentId}</c> is replaced.</param>
/// <param name="Title">Title.</param>
/// <param name="Key">Function key; null: none.</param>
/// <param name="Needs">Permission without which it is not shown; null: none.</param>
public sealed record ManifestResidentLink(string Path, LocalizedText Title, string? Key, string? Needs);
