namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Codes of the national catalogue (GB/T 39046).</summary>
public sealed record Catalogue(
    string Nature, Handling Handling, string Level, IReadOnlyList<string> Subjects, IReadOnlyList<string> Channels, CatalogueScope Scope,
    string? BasicCode = null, string? ImplementCode = null);

public enum Handling
{
    Instant,
    Promised,
}

public enum CatalogueScope
{
    County,
    City,
    Province,
    Nation,
}
