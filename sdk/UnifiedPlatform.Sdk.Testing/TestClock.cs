namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A clock that runs from a given instant and can be put forward. It never stands still, so that what waits for a moment comes to it.</summary>
/// <param name="start">Where it starts.</param>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();
    private long _ahead;

    /// <summary>A Sunday within the calendar the SDK ships: 22 November 2026, 14:00 in Shanghai.</summary>
    public static DateTimeOffset Usual { get; } = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(Interlocked.Read(ref _ahead)) + System.GetElapsedTime(_started);

    /// <summary>Puts the clock forward.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, by.Ticks);
    }
}
