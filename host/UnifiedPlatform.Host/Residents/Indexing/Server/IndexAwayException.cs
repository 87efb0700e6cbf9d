namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The engine cannot answer now. Nothing is lost by it: the register stays the truth, and what was to be written is written again.</summary>
public sealed class IndexAwayException(IndexFault fault, string? detail = null, Exception? inner = null)
    : Exception(detail is null ? $"The resident index does not answer: {fault}." : $"The resident index does not answer: {fault} ({detail}).", inner)
{
    /// <summary>What is wrong.</summary>
    public IndexFault Fault { get; } = fault;

    /// <summary>A status, an error type of the engine or an address; never a part of a query or a document.</summary>
    public string? Detail { get; } = detail;
}
