namespace UnifiedPlatform.Sdk.Counter;

/// <summary>A member that does not fit its schema.</summary>
/// <param name="Pointer">JSON Pointer of the member; empty: the whole value.</param>
/// <param name="Keyword">Keyword of the schema that refused it, e.g. <c>required</c>.</param>
public sealed record ShapeProblem(string Pointer, string Keyword);
