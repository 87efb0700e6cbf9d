namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What an engine gives back of a document: enough to verify and rank before anything is loaded.</summary>
/// <param name="Id">Resident.</param>
/// <param name="Version">Version the engine holds.</param>
/// <param name="Name">Name without dots and blanks.</param>
/// <param name="Address">Units of the address, a blank between them.</param>
/// <param name="Region">Region of the dwelling.</param>
/// <param name="Grid">Grid of the dwelling.</param>
/// <param name="Present">Whether the person lives there.</param>
/// <param name="SortKey">Order among equals.</param>
public sealed record IndexHit(Guid Id, long Version, string Name, string Address, string? Region, string? Grid, bool Present, string SortKey);
