namespace UnifiedPlatform.Runtime;

/// <summary>Answer of a module to an in-process request.</summary>
/// <param name="Status">HTTP status; 503: the module is away, 504: it took too long, 500: it threw.</param>
/// <param name="Html">The fragment; empty unless <paramref name="Status"/> is 200.</param>
public sealed record ModuleFragment(int Status, string Html)
{
    internal static ModuleFragment Away { get; } = new(503, "");

    /// <summary>Whether the fragment may be shown.</summary>
    public bool Ok => Status == 200;
}
