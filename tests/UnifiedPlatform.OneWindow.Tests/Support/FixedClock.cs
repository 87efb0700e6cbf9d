namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>A clock that stands still until it is moved; each look is a microsecond later, so that instants differ.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
