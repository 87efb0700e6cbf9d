namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>How the index stands, for the administrator.</summary>
/// <param name="Engine">Engine and version.</param>
/// <param name="Name">File or index in use; null: none.</param>
/// <param name="Fault">What is wrong; null: nothing.</param>
/// <param name="Detail">Status or error type of the engine; null: none.</param>
/// <param name="Documents">People that can be found.</param>
/// <param name="People">People in the register.</param>
/// <param name="Behind">People whom the index does not hold as they are.</param>
/// <param name="Previous">Way back; null: none.</param>
/// <param name="Written">Documents written of the index being built; null: none is.</param>
/// <param name="Total">Documents it will have; null: none is being built.</param>
/// <param name="Drift">What the last comparison found; null: none since the start.</param>
/// <param name="FailedWith">Why the last act that was asked for did not end well; null: it did.</param>
public sealed record IndexReport(
    string Engine, string? Name, IndexFault? Fault, string? Detail, long Documents, int People, int Behind, string? Previous, long? Written, int? Total, IndexDrift? Drift, IndexFault? FailedWith);
