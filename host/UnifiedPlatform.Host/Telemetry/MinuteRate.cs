namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Requests and errors of the last hours, one cell a minute in a ring.</summary>
internal sealed class MinuteRate
{
    private const int Cells = 180;
    private readonly Lock _lock = new();
    private readonly MinuteFigures[] _cells = new MinuteFigures[Cells];

    public void Record(DateTimeOffset at, bool error)
    {
        var minute = at.ToUnixTimeSeconds() / 60;
        lock (_lock)
        {
            ref var cell = ref _cells[minute % Cells];
            if (cell.Minute != minute) cell = new MinuteFigures(minute, 0, 0);
            cell = cell with { Requests = cell.Requests + 1, Errors = cell.Errors + (error ? 1 : 0) };
        }
    }

    public IReadOnlyList<MinuteFigures> Last(DateTimeOffset now, int minutes)
    {
        var last = now.ToUnixTimeSeconds() / 60;
        lock (_lock)
            return [.. Enumerable.Range(0, minutes).Select(back => last - minutes + 1 + back).Select(minute => _cells[minute % Cells] is { } cell && cell.Minute == minute ? cell : new MinuteFigures(minute, 0, 0))];
    }
}

/// <summary>Requests and errors of one minute since 1970.</summary>
internal readonly record struct MinuteFigures(long Minute, long Requests, long Errors);
