namespace UnifiedPlatform.Host.Exchange;

/// <summary>What one run of an arrow did.</summary>
/// <param name="Read">Events read.</param>
/// <param name="Applied">Events applied.</param>
/// <param name="Dead">Events dead-lettered or parked.</param>
/// <param name="Error">Why it stopped before the source was empty; null: it did not.</param>
public sealed record ArrowRun(int Read, int Applied, int Dead, string? Error)
{
    /// <summary>Nothing waited.</summary>
    public static readonly ArrowRun Nothing = new(0, 0, 0, null);
}
