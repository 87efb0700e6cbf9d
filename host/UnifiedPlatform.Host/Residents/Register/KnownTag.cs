using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>A tag or fact.</summary>
/// <param name="Key">Key in the index and in filters.</param>
/// <param name="Title">Title.</param>
/// <param name="Titles">Everything people call it.</param>
/// <param name="Needs">Permission without which it is neither shown nor searched by; null: seen by who sees the resident.</param>
public sealed record KnownTag(string Key, LocalizedText Title, IReadOnlyList<string> Titles, string? Needs);
