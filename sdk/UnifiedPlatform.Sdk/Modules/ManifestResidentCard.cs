using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A card on the resident's page (<see cref="ResidentCardAttribute"/>).</summary>
/// <param name="Key">Key unique in the module.</param>
/// <param name="Path">Path relative to the module; <c>{residentId}</c> is replaced.</param>
/// <param name="Title">Title.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Needs">Permission without which the card says what is missing; null: none.</param>
public sealed record ManifestResidentCard(string Key, string Path, LocalizedText Title, int Order, string? Needs);
