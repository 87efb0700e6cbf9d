namespace UnifiedPlatform.Runtime;

/// <summary>What unloading a generation came to.</summary>
/// <param name="Drained">Whether the last request left before the hard limit.</param>
/// <param name="Collected">Whether the code was proven gone by weak reference; correctness never depends on it.</param>
/// <param name="Collections">Garbage collections it took.</param>
public sealed record UnloadReport(bool Drained, bool Collected, int Collections);
