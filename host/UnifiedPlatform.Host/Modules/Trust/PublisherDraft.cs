using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>A publisher as the officer typed it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Level">Level of the signature.</param>
/// <param name="IdPrefixes">Beginnings of module ids.</param>
/// <param name="Ceiling">Most capabilities; empty: any.</param>
internal sealed record PublisherDraft(string Name, PublisherLevel Level, IReadOnlyList<string> IdPrefixes, IReadOnlyList<string> Ceiling);
