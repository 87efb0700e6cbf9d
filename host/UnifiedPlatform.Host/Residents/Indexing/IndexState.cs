namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>State of an index.</summary>
/// <param name="Engine"><c>embedded</c>, <c>elasticsearch 8.19.16</c>, <c>opensearch 2.19.5</c>.</param>
/// <param name="Name">File or index in use; null: none.</param>
/// <param name="Fault">What is wrong; null: it is whole and was made by this version of the tokens with these keys.</param>
/// <param name="Detail">Status or error type of the engine; null: none.</param>
/// <param name="Documents">Living documents.</param>
/// <param name="Previous">The index before this one, kept as a way back; null: none.</param>
public sealed record IndexState(string Engine, string? Name, IndexFault? Fault, string? Detail, long Documents, string? Previous)
{
    /// <summary>Whether it can be searched.</summary>
    public bool Usable => Fault is null;
}
