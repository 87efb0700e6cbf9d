namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What a comparison of index and register found and mended.</summary>
/// <param name="At">When.</param>
/// <param name="Buckets">Buckets of 4,096 that differed.</param>
/// <param name="Missing">Documents the index had lost.</param>
/// <param name="Other">Documents it held otherwise.</param>
/// <param name="Surplus">Documents of nobody.</param>
public sealed record IndexDrift(DateTimeOffset At, int Buckets, int Missing, int Other, int Surplus)
{
    /// <summary>How many documents differed.</summary>
    public int Found => Missing + Other + Surplus;
}
