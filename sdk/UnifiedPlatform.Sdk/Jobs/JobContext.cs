using System.Text.Json;

namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>One firing of a job.</summary>
/// <param name="Key">The job's key.</param>
/// <param name="FireTime">When it was due, UTC.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Arguments">Arguments given by who started it by hand; null for a scheduled firing.</param>
public sealed record JobContext(string Key, DateTimeOffset FireTime, int Attempt, JsonElement? Arguments);
