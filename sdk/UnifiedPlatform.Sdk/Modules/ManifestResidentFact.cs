using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A kind of fact about residents (<see cref="ResidentFactAttribute"/>).</summary>
/// <param name="Kind">Kind unique in the module.</param>
/// <param name="Title">Title.</param>
/// <param name="Needs">Permission without which it is neither shown nor searched by; null: none.</param>
public sealed record ManifestResidentFact(string Kind, LocalizedText Title, string? Needs);
