namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What an index holds of one living document.</summary>
/// <param name="Id">Resident.</param>
/// <param name="Version">Version held.</param>
/// <param name="Checksum">Checksum held.</param>
public readonly record struct IndexedVersion(Guid Id, long Version, long Checksum);
