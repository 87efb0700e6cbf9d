namespace UnifiedPlatform.OneWindow.Domain.Clocks;

/// <summary>Light of a case, compared at reading time and stored nowhere.</summary>
public enum Colour
{
    /// <summary>The calendar does not reach the promised day yet.</summary>
    Grey,
    Green,
    Yellow,

    /// <summary>Past the promise.</summary>
    Orange,

    /// <summary>Past the law.</summary>
    Red,
}

public static class Colours
{
    public static Colour On(DateOnly today, DateOnly? yellowOn, DateOnly? promised, DateOnly? statutory) =>
        statutory is { } law && today > law ? Colour.Red
        : promised is not { } promise ? Colour.Grey
        : today > promise ? Colour.Orange
        : yellowOn is { } yellow && today >= yellow ? Colour.Yellow : Colour.Green;
}
