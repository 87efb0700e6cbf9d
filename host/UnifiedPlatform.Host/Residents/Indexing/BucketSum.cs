namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What the living documents of a bucket come to. Two stores that hold the same give the same.</summary>
/// <param name="Count">How many.</param>
/// <param name="Low">Sum of the lower 32 bits of their checksums: a server sums in doubles, which are exact so far.</param>
/// <param name="High">Sum of the upper 32 bits.</param>
public readonly record struct BucketSum(long Count, long Low, long High)
{
    /// <summary>The two halves of a checksum.</summary>
    public static (long Low, long High) Halves(long checksum) => ((uint)checksum, (uint)(checksum >> 32));
}
