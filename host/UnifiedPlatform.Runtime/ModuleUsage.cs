namespace UnifiedPlatform.Runtime;

/// <summary>How often people of a department used a feature since the host started. No person stands behind a line.</summary>
/// <param name="Feature">Route template.</param>
/// <param name="Department">Organisation code; empty: none (machines, the public).</param>
/// <param name="Requests">Requests answered below 400.</param>
public sealed record ModuleUsage(string Feature, string Department, long Requests);
